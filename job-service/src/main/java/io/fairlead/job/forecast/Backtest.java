package io.fairlead.job.forecast;

import io.fairlead.core.Computation;
import io.fairlead.job.energy.Period;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Forecasts made as if it were earlier, and how far they were off: rolling-origin evaluation, L. J. Tashman, Out-of-sample
 * tests of forecasting accuracy, International Journal of Forecasting 16 (2000).
 */
@Computation
final class Backtest {

    private static final int HORIZON = Period.WINDOWS_PER_DAY;
    private static final int BETWEEN_ORIGINS = HORIZON / 4;
    private static final int MOST_ORIGINS = 56;
    private static final int SHORTEST_HISTORY = 7 * Period.WINDOWS_PER_DAY;

    private final PowerSeries series;
    private final int[] origins;

    Backtest(PowerSeries series) {
        this.series = series;
        this.origins = IntStream.iterate(
                        series.kW().length - HORIZON,
                        origin -> origin >= SHORTEST_HISTORY,
                        origin -> origin - BETWEEN_ORIGINS)
                .limit(MOST_ORIGINS)
                .toArray();
    }

    int origins() {
        return origins.length;
    }

    /** The parameters with the smallest mean absolute error. */
    Parameters best() throws InterruptedException {
        Parameters best = null;
        double smallest = Double.POSITIVE_INFINITY;
        for (Parameters profile : Parameters.profiles(seasons())) {
            List<Parameters> candidates = profile.deviations();
            double[] errors = new double[candidates.size()];
            for (int origin : origins) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                Profile usual = new Profile(series, origin, profile.season(), profile.dayWeight());
                for (int i = 0; i < errors.length; i++) {
                    errors[i] += sum(errors(origin, usual.ahead(candidates.get(i), HORIZON)));
                }
            }
            for (int i = 0; i < errors.length; i++) {
                if (errors[i] < smallest) {
                    smallest = errors[i];
                    best = candidates.get(i);
                }
            }
        }
        return best;
    }

    /** A week's pattern needs two weeks before the first origin. */
    private List<Season> seasons() {
        return origins[origins.length - 1] >= 2 * Season.WEEK.windows()
                ? List.of(Season.DAY, Season.WEEK)
                : List.of(Season.DAY);
    }

    /** What was minus what was forecast, by origin and window ahead; NaN where it is not known what was. */
    double[][] errors(Parameters parameters) {
        return Arrays.stream(origins)
                .mapToObj(origin -> errors(
                        origin,
                        new Profile(series, origin, parameters.season(), parameters.dayWeight())
                                .ahead(parameters, HORIZON)))
                .toArray(double[][]::new);
    }

    /** The same for the seasonal naive forecast: what was known last at the same time of day. */
    double[][] naiveErrors() {
        return Arrays.stream(origins)
                .mapToObj(origin -> errors(origin, SeasonalNaive.ahead(series, origin, HORIZON)))
                .toArray(double[][]::new);
    }

    private double[] errors(int origin, double[] forecast) {
        double[] errors = new double[forecast.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = series.kW()[origin + i] - forecast[i];
        }
        return errors;
    }

    private static double sum(double[] errors) {
        double sum = 0;
        for (double error : errors) {
            sum += Double.isNaN(error) ? 0 : Math.abs(error);
        }
        return sum;
    }
}
