package io.fairlead.job.forecast;

import io.fairlead.core.Computation;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.rank.Percentile;

/**
 * How far off forecasts have been: quantiles of the errors of a window ahead and its neighbours within an hour, or of all
 * errors when none of these windows was ever known. Empirical
 * intervals after W. H. Williams, M. L. Goodman, A simple method for the construction of empirical confidence limits for
 * economic forecasts, Journal of the American Statistical Association 66 (1971).
 */
@Computation
final class Intervals {

    private static final int NEIGHBOURS = 4;

    private final double[][] errors;

    Intervals(double[][] errors) {
        this.errors = errors;
    }

    /** The error that this percentage of forecasts, so many windows ahead, stay below. */
    double percentile(int ahead, double percent) {
        double[] near = known(row -> IntStream.rangeClosed(ahead - NEIGHBOURS, ahead + NEIGHBOURS)
                .filter(window -> window >= 0 && window < row.length)
                .mapToDouble(window -> row[window]));
        return new Percentile(percent).evaluate(near.length == 0 ? known(Arrays::stream) : near);
    }

    private double[] known(Function<double[], DoubleStream> part) {
        return Arrays.stream(errors)
                .flatMapToDouble(part)
                .filter(error -> !Double.isNaN(error))
                .toArray();
    }
}
