package io.fairlead.job.forecast;

import io.fairlead.core.Computation;
import io.fairlead.job.energy.Period;

/**
 * What a season usually looks like: the usual level, and for each window of the season its usual difference from the level
 * around it, later ones counting more (classical decomposition with a moving average as trend: R. J. Hyndman,
 * G. Athanasopoulos, Forecasting: Principles and Practice, 3rd edition, section 3.4). A forecast adds how far the last windows
 * deviated, smoothed and damped: exponential smoothing with a first-order autoregressive adjustment, after J. W. Taylor,
 * Short-term electricity demand forecasting using double seasonal exponential smoothing, Journal of the Operational Research
 * Society 54 (2003).
 */
@Computation
final class Profile {

    // Deviations older than this are forgotten whatever the parameters are.
    private static final int MEMORY = 7 * Period.WINDOWS_PER_DAY;

    private final PowerSeries series;
    private final int length;
    private final int phase;
    private final double[] usual;

    /** The profile of the first so many windows of a series. */
    Profile(PowerSeries series, int length, Season season, double dayWeight) {
        this.series = series;
        this.length = length;
        this.phase = series.phase(season);
        this.usual = new double[season.windows()];
        double[] weights = new double[usual.length];
        double levels = 0;
        double allWeights = 0;
        Trend trend = new Trend(series.kW(), length, season.windows());
        for (int i = 0; i < length; i++) {
            double level = trend.at(i);
            double value = series.kW()[i];
            if (!Double.isNaN(level) && !Double.isNaN(value)) {
                double weight = Math.pow(dayWeight, (double) ((length - 1 - i) / Period.WINDOWS_PER_DAY));
                usual[slot(i)] += weight * (value - level);
                weights[slot(i)] += weight;
                levels += weight * level;
                allWeights += weight;
            }
        }
        double usualLevel = allWeights > 0 ? levels / allWeights : trend.overall();
        for (int slot = 0; slot < usual.length; slot++) {
            usual[slot] = usualLevel + (weights[slot] > 0 ? usual[slot] / weights[slot] : 0);
        }
    }

    private int slot(int window) {
        return (phase + window) % usual.length;
    }

    /** The windows that follow, with the parameters' damping and smoothing. */
    double[] ahead(Parameters parameters, int windows) {
        double deviation = 0;
        for (int i = Math.max(0, length - MEMORY); i < length; i++) {
            deviation *= parameters.damping();
            double value = series.kW()[i];
            if (!Double.isNaN(value)) {
                deviation += parameters.smoothing() * (value - usual[slot(i)] - deviation);
            }
        }
        double[] ahead = new double[windows];
        for (int i = 0; i < windows; i++) {
            deviation *= parameters.damping();
            ahead[i] = Math.max(0, usual[slot(length + i)] + deviation);
        }
        return ahead;
    }
}
