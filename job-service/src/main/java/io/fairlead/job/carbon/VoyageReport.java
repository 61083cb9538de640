package io.fairlead.job.carbon;

import io.fairlead.core.Computation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What a ship burnt and how far it came in some days.
 *
 * @param start its first day
 * @param end the day after its last one
 */
@Computation
public record VoyageReport(LocalDate start, LocalDate end, double distanceNauticalMiles, List<Consumption> fuels) {

    /** What of one fuel was burnt. */
    public record Consumption(Fuel fuel, double tonnes) {}

    long days() {
        return ChronoUnit.DAYS.between(start, end);
    }

    double co2Tonnes() {
        return fuels.stream()
                .mapToDouble(burnt -> burnt.tonnes() * burnt.fuel().tonnesCo2PerTonne())
                .sum();
    }
}
