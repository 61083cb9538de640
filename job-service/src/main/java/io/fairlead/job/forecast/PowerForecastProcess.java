package io.fairlead.job.forecast;

import io.fairlead.core.problem.FieldError;
import io.fairlead.job.energy.EnergyWindow;
import io.fairlead.job.energy.Period;
import io.fairlead.job.energy.WindowReader;
import io.fairlead.job.process.Execution;
import io.fairlead.job.process.NonRetryable;
import io.fairlead.job.process.Process;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Makes a {@link PowerForecast} from telemetry's windows; {@link ForecastPublication} publishes it. */
@Singleton
public class PowerForecastProcess implements Process<PowerForecastProcess.Inputs, PowerForecast> {

    static final String ID = "power-forecast";
    private static final int HISTORY_DAYS = 42;

    private final WindowReader reader;
    private final Clock clock;

    PowerForecastProcess(WindowReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * @param start where the forecast begins, at the edge of a window or moved back to one; null for now
     * @param historyDays how many days before it is learnt from; null for 42
     */
    public record Inputs(String vessel, Instant start, Integer historyDays) {

        public Inputs {
            historyDays = historyDays == null ? HISTORY_DAYS : historyDays;
        }
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Class<Inputs> inputType() {
        return Inputs.class;
    }

    @Override
    public List<FieldError> check(Inputs inputs) {
        return inputs.start() != null && inputs.start().isAfter(clock.instant())
                ? List.of(FieldError.body("/start", "must not be in the future"))
                : List.of();
    }

    @Override
    public Set<String> vessels(Inputs inputs) {
        return Set.of(inputs.vessel());
    }

    @Override
    public PowerForecast run(Inputs inputs, Execution execution) throws InterruptedException {
        Instant start = inputs.start() == null ? clock.instant() : inputs.start();
        Instant end = Period.covering(start, start.plusNanos(1)).start();
        Period period = new Period(end.minus(Duration.ofDays(inputs.historyDays())), end);
        PowerSeries history = series(period, reader.read(inputs.vessel(), period, execution));
        if (!Forecaster.suffices(history)) {
            throw new NonRetryable(
                    "There is too little history: at least %d days are needed, half of their windows and half of those of the last two days with readings."
                            .formatted(Forecaster.FEWEST_DAYS));
        }
        execution.progress(90, "Looks for the best parameters.");
        return Forecaster.forecast(inputs.vessel(), history);
    }

    private static PowerSeries series(Period period, List<EnergyWindow> windows) {
        double[] kW = new double[period.windows()];
        Arrays.fill(kW, Double.NaN);
        windows.stream()
                .filter(EnergyWindow::hasReadings)
                .filter(window ->
                        window.end().isAfter(period.start()) && !window.end().isAfter(period.end()))
                .forEach(window ->
                        kW[(int) Duration.between(period.start(), window.end()).dividedBy(Period.WINDOW) - 1] =
                                window.meanKW().doubleValue());
        return new PowerSeries(period.start(), kW);
    }
}
