package io.fairlead.job.forecast;

import io.fairlead.core.Computation;
import java.time.Instant;
import java.util.List;

/**
 * A vessel's power in the 24 hours to come.
 *
 * @param kWh the energy that the expected power comes to
 */
@Computation
public record PowerForecast(
        String vessel,
        Instant start,
        Instant end,
        double kWh,
        List<Point> points,
        History history,
        Parameters parameters,
        Accuracy accuracy) {

    /**
     * A window's mean power, in kW: expected, and the limits that hold 80 % and 95 % of what comes.
     *
     * @param time the window's right end, its label
     */
    public record Point(
            Instant time, double meanKW, double low80KW, double high80KW, double low95KW, double high95KW) {}

    /** What it was made from. */
    public record History(Instant start, Instant end, int windows, int missingWindows) {}

    /**
     * How far forecasts made in this way would have been off lately.
     *
     * @param origins from how many past moments
     * @param maeKW mean absolute error
     * @param mase the same in units of the mean difference between a day and the next one: R. J. Hyndman, A. B. Koehler,
     *     Another look at measures of forecast accuracy, International Journal of Forecasting 22 (2006); null when all days were
     *     alike
     * @param naiveMase the same for the forecast that tomorrow is like today
     */
    public record Accuracy(int origins, double maeKW, Double mase, Double naiveMase) {}
}
