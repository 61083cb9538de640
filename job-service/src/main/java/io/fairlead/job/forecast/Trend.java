package io.fairlead.job.forecast;

import io.fairlead.core.Computation;

/** The level of a series around each window: the mean of a season with the window in its middle. */
@Computation
final class Trend {

    private final double[] sums;
    private final int[] counts;
    private final int half;
    private final int length;

    Trend(double[] values, int length, int season) {
        this.sums = new double[length + 1];
        this.counts = new int[length + 1];
        this.half = season / 2;
        this.length = length;
        for (int i = 0; i < length; i++) {
            boolean known = !Double.isNaN(values[i]);
            sums[i + 1] = sums[i] + (known ? values[i] : 0);
            counts[i + 1] = counts[i] + (known ? 1 : 0);
        }
    }

    /** NaN where the season around it is not all within the series, or less than half of it is known. */
    double at(int window) {
        int from = window - half;
        int to = window + half;
        if (from < 0 || to > length || (counts[to] - counts[from]) * 2 < to - from) {
            return Double.NaN;
        }
        return (sums[to] - sums[from]) / (counts[to] - counts[from]);
    }

    /** The mean of all that is known. */
    double overall() {
        return sums[length] / counts[length];
    }
}
