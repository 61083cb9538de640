package io.fairlead.job.energy;

import io.fairlead.core.problem.FieldError;
import io.fairlead.job.carbon.Fuel;
import io.fairlead.job.process.Execution;
import io.fairlead.job.process.Process;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes an {@link EnergyStatement} from telemetry's windows, of one vessel or of all. */
@Singleton
public class EnergyReportProcess implements Process<EnergyReportProcess.Inputs, EnergyStatement> {

    private static final Duration LONGEST = Duration.ofDays(366);

    private final WindowReader reader;
    private final FleetReader fleet;

    EnergyReportProcess(WindowReader reader, FleetReader fleet) {
        this.reader = reader;
        this.fleet = fleet;
    }

    /**
     * @param vessel whose energy; null for the whole fleet's
     * @param fuel what it is made from; null for diesel or gas oil
     * @param specificConsumptionGPerKWh how much of that each kWh takes; null for what {@link FuelBasis} says
     */
    public record Inputs(String vessel, Instant start, Instant end, Fuel fuel, Double specificConsumptionGPerKWh) {}

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
        return Set.of(inputs.vessel() == null ? ANY_VESSEL : inputs.vessel());
    }

    @Override
    public EnergyStatement run(Inputs inputs, Execution execution) throws InterruptedException {
        Period period = Period.covering(inputs.start(), inputs.end());
        FuelBasis basis = FuelBasis.of(inputs.fuel(), inputs.specificConsumptionGPerKWh());
        if (inputs.vessel() != null) {
            EnergyReport report =
                    EnergyReport.of(inputs.vessel(), period, reader.read(inputs.vessel(), period, execution));
            return EnergyStatement.of(report, basis, List.of(report));
        }
        List<String> vessels = fleet.activeVessels(execution);
        List<EnergyReport> reports = new ArrayList<>();
        FleetWindows sum = new FleetWindows();
        for (String vessel : vessels) {
            List<EnergyWindow> windows =
                    read(vessel, period, new PartOfExecution(execution, reports.size(), vessels.size()));
            sum.add(windows);
            reports.add(EnergyReport.of(vessel, period, windows));
        }
        return EnergyStatement.of(EnergyReport.of(null, period, sum.windows()), basis, reports);
    }

    /** A vessel that telemetry has not heard of yet has no readings. */
    private List<EnergyWindow> read(String vessel, Period period, Execution execution) throws InterruptedException {
        try {
            return reader.read(vessel, period, execution);
        } catch (UnknownVessel e) {
            return List.of();
        }
    }
}
