package io.fairlead.job.carbon;

import io.fairlead.core.problem.FieldError;
import io.fairlead.job.process.Execution;
import io.fairlead.job.process.Process;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Rates a ship's year. */
@Singleton
public class CarbonIntensityProcess implements Process<CarbonIntensityProcess.Inputs, CarbonIntensity> {

    private static final double SHORTEST_NAUTICAL_MILES = 1;

    /** Which ship, which year, and what it reported of it. */
    public record Inputs(Ship ship, int year, List<VoyageReport> reports) {}

    @Override
    public String id() {
        return "carbon-intensity";
    }

    @Override
    public Class<Inputs> inputType() {
        return Inputs.class;
    }

    @Override
    public List<FieldError> check(Inputs inputs) {
        List<FieldError> errors = new ArrayList<>();
        if (inputs.ship().capacity() == null) {
            String missing = inputs.ship().type().capacity() == ShipType.Capacity.DEADWEIGHT
                    ? "/ship/deadweightTonnes"
                    : "/ship/grossTonnage";
            errors.add(FieldError.body(missing, "is required for this type of ship"));
        }
        for (int i = 0; i < inputs.reports().size(); i++) {
            VoyageReport report = inputs.reports().get(i);
            if (!report.start().isBefore(report.end())) {
                errors.add(FieldError.body("/reports/" + i + "/end", "must be after the start"));
            } else if (report.start().isBefore(LocalDate.of(inputs.year(), 1, 1))
                    || report.end().isAfter(LocalDate.of(inputs.year() + 1, 1, 1))) {
                errors.add(FieldError.body("/reports/" + i, "must be of the year " + inputs.year()));
            }
        }
        if (inputs.reports().stream()
                        .mapToDouble(VoyageReport::distanceNauticalMiles)
                        .sum()
                < SHORTEST_NAUTICAL_MILES) {
            errors.add(FieldError.body("/reports", "must tell of at least 1 nautical mile together"));
        }
        return errors.isEmpty() ? overlaps(inputs.reports()) : errors;
    }

    private static List<FieldError> overlaps(List<VoyageReport> reports) {
        List<Integer> byStart = IntStream.range(0, reports.size())
                .boxed()
                .sorted(Comparator.comparing(i -> reports.get(i).start()))
                .toList();
        return IntStream.range(1, byStart.size())
                .filter(i -> reports.get(byStart.get(i))
                        .start()
                        .isBefore(reports.get(byStart.get(i - 1)).end()))
                .mapToObj(i -> FieldError.body("/reports/" + byStart.get(i), "tells of days that another one tells of"))
                .toList();
    }

    @Override
    public CarbonIntensity run(Inputs inputs, Execution execution) throws InterruptedException {
        execution.checkpoint();
        return CarbonIntensity.of(inputs.ship(), inputs.year(), inputs.reports());
    }
}
