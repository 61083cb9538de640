package io.fairlead.job.energy;

import io.fairlead.core.problem.FieldError;
import io.fairlead.job.process.Execution;
import io.fairlead.job.process.Process;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Makes an {@link EnergyReport} from telemetry's windows. */
@Singleton
public class EnergyReportProcess implements Process<EnergyReportProcess.Inputs, EnergyReport> {

    private static final Duration LONGEST = Duration.ofDays(366);
    private final WindowReader reader;

    EnergyReportProcess(WindowReader reader) {
        this.reader = reader;
    }

    /** Whose energy, and when. */
    public record Inputs(String vessel, Instant start, Instant end) {}

    @Override
    public String id() {
        return "energy-report";
    }

    @Override
    public Class<Inputs> inputType() {
        return Inputs.class;
    }

    @Override
    public List<FieldError> check(Inputs inputs) {
        if (!inputs.end().isAfter(inputs.start())) {
            return List.of(FieldError.body("/end", "must be after the start"));
        }
        if (inputs.end().isAfter(inputs.start().plus(LONGEST))) {
            return List.of(FieldError.body("/end", "must be at most 366 days after the start"));
        }
        return List.of();
    }

    @Override
    public Set<String> vessels(Inputs inputs) {
        return Set.of(inputs.vessel());
    }

    @Override
    public EnergyReport run(Inputs inputs, Execution execution) throws InterruptedException {
        Period period = Period.covering(inputs.start(), inputs.end());
        List<EnergyWindow> windows = reader.read(inputs.vessel(), period, execution);
        return EnergyReport.of(inputs.vessel(), period, windows);
    }
}
