package io.fairlead.telemetry.aggregate;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.block.Points;
import io.fairlead.telemetry.block.Summary;
import java.util.Arrays;

/**
 * What the numbers in equal windows come to. A window begins at a multiple of its length since 1970 and holds what is at
 * or after its begin and before its end. Texts do not count.
 */
@Computation
public final class Windows {

    private final long length;
    private final long first;
    private final long[] counts;
    private final double[] sums;
    private final double[] mins;
    private final double[] maxs;
    private final double[] firsts;
    private final double[] lasts;
    private final long[] firstTimes;
    private final long[] lastTimes;

    /**
     * Empty windows over a time span.
     *
     * @param length of each, in nanoseconds
     * @param from nanoseconds since 1970
     * @param to nanoseconds since 1970, exclusive
     */
    public Windows(long length, long from, long to) {
        int windows = Math.toIntExact(Math.floorDiv(to - 1, length) - Math.floorDiv(from, length) + 1);
        this.length = length;
        this.first = Math.floorDiv(from, length) * length;
        this.counts = new long[windows];
        this.sums = new double[windows];
        this.mins = new double[windows];
        this.maxs = new double[windows];
        this.firsts = new double[windows];
        this.lasts = new double[windows];
        this.firstTimes = new long[windows];
        this.lastTimes = new long[windows];
        Arrays.fill(mins, Double.POSITIVE_INFINITY);
        Arrays.fill(maxs, Double.NEGATIVE_INFINITY);
        Arrays.fill(firstTimes, Long.MAX_VALUE);
        Arrays.fill(lastTimes, Long.MIN_VALUE);
    }

    /** Adds readings, all of them within the time span. */
    public void add(Points points) {
        for (int i = 0; i < points.size(); i++) {
            double value = points.value(i);
            if (!Double.isNaN(value)) {
                long time = points.time(i);
                add(window(time), 1, value, value, value);
                ends(window(time), time, value, time, value);
            }
        }
    }

    /** Adds buckets of 15 minutes, of which a window's length is a multiple, all of them within the time span. */
    public void add(Summary summary) {
        for (int i = 0; i < summary.size(); i++) {
            int window = window(summary.start(i));
            add(window, summary.count(i), summary.sum(i), summary.min(i), summary.max(i));
            ends(window, summary.start(i), summary.first(i), summary.lastTime(i), summary.last(i));
        }
    }

    /** Adds other windows of the same length over the same time span. */
    public void add(Windows other) {
        for (int i = 0; i < other.size(); i++) {
            if (other.counts[i] > 0) {
                add(i, other.counts[i], other.sums[i], other.mins[i], other.maxs[i]);
                ends(i, other.firstTimes[i], other.firsts[i], other.lastTimes[i], other.lasts[i]);
            }
        }
    }

    /** How many windows there are, empty ones too. */
    public int size() {
        return counts.length;
    }

    /** Where a window begins, in nanoseconds since 1970. */
    public long start(int i) {
        return first + i * length;
    }

    /** How many numbers a window holds. */
    public long count(int i) {
        return counts[i];
    }

    /** What a window that is not empty comes to. */
    public double value(int i, Function function) {
        return switch (function) {
            case COUNT -> counts[i];
            case MEAN -> sums[i] / counts[i];
            case MIN -> mins[i];
            case MAX -> maxs[i];
            case SUM -> sums[i];
            case FIRST -> firsts[i];
            case LAST -> lasts[i];
        };
    }

    private int window(long time) {
        return (int) (Math.floorDiv(time, length) - first / length);
    }

    private void add(int window, long count, double sum, double min, double max) {
        counts[window] += count;
        sums[window] += sum;
        mins[window] = Math.min(mins[window], min);
        maxs[window] = Math.max(maxs[window], max);
    }

    private void ends(int window, long firstTime, double firstValue, long lastTime, double lastValue) {
        if (firstTime < firstTimes[window]) {
            firstTimes[window] = firstTime;
            firsts[window] = firstValue;
        }
        if (lastTime >= lastTimes[window]) {
            lastTimes[window] = lastTime;
            lasts[window] = lastValue;
        }
    }
}
