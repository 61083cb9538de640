package io.fairlead.job.carbon;

import io.fairlead.core.Computation;
import java.time.Year;
import java.util.List;

/**
 * A ship's operational carbon intensity indicator (CII) in a year: MARPOL Annex VI, regulation 28.
 *
 * @param toDate by what was reported
 * @param yearEnd what that comes to by the end of the year
 */
@Computation
public record CarbonIntensity(int year, Requirement requirement, Standing toDate, YearEnd yearEnd) {

    static CarbonIntensity of(Ship ship, int year, List<VoyageReport> reports) {
        Requirement requirement = Requirement.of(ship, year);
        double co2 = reports.stream().mapToDouble(VoyageReport::co2Tonnes).sum();
        double distance = reports.stream()
                .mapToDouble(VoyageReport::distanceNauticalMiles)
                .sum();
        return new CarbonIntensity(
                year,
                requirement,
                Standing.of(co2, distance, requirement),
                YearEnd.of(reports, Year.of(year).length(), requirement));
    }
}
