package io.fairlead.job.forecast;

import io.fairlead.core.Computation;
import io.fairlead.job.energy.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes a forecast: chooses parameters by what would have been best lately, and says how far off that would have been. */
@Computation
final class Forecaster {

    static final int FEWEST_DAYS = 10;
    private static final int HORIZON = Period.WINDOWS_PER_DAY;

    private Forecaster() {}

    /** Whether there is enough history: ten days, half of their windows and of the last two days' known. */
    static boolean suffices(PowerSeries history) {
        int length = history.kW().length;
        return length >= FEWEST_DAYS * HORIZON
                && history.known() * 2 >= length
                && known(history, length - 2 * HORIZON) >= HORIZON
                && known(history, 0) > 0;
    }

    private static long known(PowerSeries history, int from) {
        return Arrays.stream(history.kW(), from, history.kW().length)
                .filter(value -> !Double.isNaN(value))
                .count();
    }

    static PowerForecast forecast(String vessel, PowerSeries history) throws InterruptedException {
        Backtest backtest = new Backtest(history);
        Parameters parameters = backtest.best();
        double[][] errors = backtest.errors(parameters);
        Profile profile = new Profile(history, history.kW().length, parameters.season(), parameters.dayWeight());
        List<PowerForecast.Point> points =
                points(history.end(), profile.ahead(parameters, HORIZON), new Intervals(errors));
        double scale = SeasonalNaive.scale(history);
        double mae = mae(errors);
        return new PowerForecast(
                vessel,
                history.end(),
                history.end().plus(Period.WINDOW.multipliedBy(HORIZON)),
                points.stream().mapToDouble(PowerForecast.Point::meanKW).sum() / Period.WINDOWS_PER_HOUR,
                points,
                new PowerForecast.History(
                        history.start(), history.end(), history.kW().length, history.kW().length - history.known()),
                parameters,
                new PowerForecast.Accuracy(
                        backtest.origins(), mae, scaled(mae, scale), scaled(mae(backtest.naiveErrors()), scale)));
    }

    private static Double scaled(double error, double scale) {
        return scale > 0 ? error / scale : null;
    }

    private static double mae(double[][] errors) {
        return Arrays.stream(errors)
                .flatMapToDouble(Arrays::stream)
                .filter(error -> !Double.isNaN(error))
                .map(Math::abs)
                .average()
                .orElse(0);
    }

    private static List<PowerForecast.Point> points(Instant start, double[] expected, Intervals intervals) {
        List<PowerForecast.Point> points = new ArrayList<>();
        for (int i = 0; i < expected.length; i++) {
            points.add(new PowerForecast.Point(
                    start.plus(Period.WINDOW.multipliedBy(i + 1L)),
                    expected[i],
                    low(expected[i], intervals.percentile(i, 10)),
                    high(expected[i], intervals.percentile(i, 90)),
                    low(expected[i], intervals.percentile(i, 2.5)),
                    high(expected[i], intervals.percentile(i, 97.5))));
        }
        return points;
    }

    private static double low(double expected, double error) {
        return Math.max(0, Math.min(expected, expected + error));
    }

    private static double high(double expected, double error) {
        return Math.max(expected, expected + error);
    }
}
