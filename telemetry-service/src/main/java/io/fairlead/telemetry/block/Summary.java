package io.fairlead.telemetry.block;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.window.QuarterHours;
import java.util.Arrays;

/**
 * What the numbers of one series come to in each 15 minutes: buckets that begin at multiples of 15 minutes since 1970, in
 * order, those without a number left out. A reading counts in the bucket that holds its time; texts do not count.
 * Immutable.
 */
@Computation
public final class Summary {

    private static final Summary EMPTY = new Summary(new long[0], new long[0], new long[0], new double[5][0]);

    private static final int SUM = 0;
    private static final int MIN = 1;
    private static final int MAX = 2;
    private static final int FIRST = 3;
    private static final int LAST = 4;

    private final long[] starts;
    private final long[] counts;
    private final long[] lastTimes;
    private final double[][] values;

    Summary(long[] starts, long[] counts, long[] lastTimes, double[][] values) {
        this.starts = starts;
        this.counts = counts;
        this.lastTimes = lastTimes;
        this.values = values;
    }

    /** No buckets. */
    public static Summary empty() {
        return EMPTY;
    }

    /** The summary of readings. */
    public static Summary of(Points points) {
        int buckets = 0;
        for (int i = 0, last = -1; i < points.size(); i++) {
            if (isNumber(points, i)) {
                buckets += last < 0 || start(points, last) != start(points, i) ? 1 : 0;
                last = i;
            }
        }
        Summary summary = new Summary(new long[buckets], new long[buckets], new long[buckets], new double[5][buckets]);
        int bucket = -1;
        for (int i = 0; i < points.size(); i++) {
            if (isNumber(points, i)) {
                bucket += bucket < 0 || start(points, i) != summary.starts[bucket] ? 1 : 0;
                summary.add(bucket, start(points, i), points.time(i), points.value(i));
            }
        }
        return summary;
    }

    private static long start(Points points, int i) {
        return QuarterHours.startOf(points.time(i));
    }

    private static boolean isNumber(Points points, int i) {
        return points.texts() == null || points.texts()[i] == null;
    }

    private void add(int bucket, long start, long time, double value) {
        if (counts[bucket]++ == 0) {
            starts[bucket] = start;
            values[MIN][bucket] = value;
            values[MAX][bucket] = value;
            values[FIRST][bucket] = value;
        }
        values[SUM][bucket] += value;
        values[MIN][bucket] = Math.min(values[MIN][bucket], value);
        values[MAX][bucket] = Math.max(values[MAX][bucket], value);
        values[LAST][bucket] = value;
        lastTimes[bucket] = time;
    }

    /** How many buckets hold a number. */
    public int size() {
        return starts.length;
    }

    /** Where bucket {@code i} begins, in nanoseconds since 1970. */
    public long start(int i) {
        return starts[i];
    }

    /** How many numbers it holds. */
    public long count(int i) {
        return counts[i];
    }

    /** Their sum, added up from 0.0 as doubles in the order of their times, bit for bit. */
    public double sum(int i) {
        return values[SUM][i];
    }

    /** The smallest. */
    public double min(int i) {
        return values[MIN][i];
    }

    /** The largest. */
    public double max(int i) {
        return values[MAX][i];
    }

    /** The first by time. */
    public double first(int i) {
        return values[FIRST][i];
    }

    /** The last by time. */
    public double last(int i) {
        return values[LAST][i];
    }

    /** The time of the last, in nanoseconds since 1970. */
    public long lastTime(int i) {
        return lastTimes[i];
    }

    /**
     * The buckets of both.
     *
     * @throws IllegalArgumentException when both have the same bucket
     */
    public static Summary merge(Summary one, Summary other) {
        int size = one.size() + other.size();
        Summary merged = new Summary(new long[size], new long[size], new long[size], new double[5][size]);
        int i = 0;
        int j = 0;
        while (i + j < size) {
            boolean both = i < one.size() && j < other.size();
            if (both && one.starts[i] == other.starts[j]) {
                throw new IllegalArgumentException("Both summaries have a bucket at " + one.starts[i] + ".");
            }
            boolean takeOne = both ? one.starts[i] < other.starts[j] : i < one.size();
            merged.copy(i + j, takeOne ? one : other, takeOne ? i++ : j++);
        }
        return merged;
    }

    private void copy(int to, Summary from, int at) {
        starts[to] = from.starts[at];
        counts[to] = from.counts[at];
        lastTimes[to] = from.lastTimes[at];
        for (int i = 0; i < values.length; i++) {
            values[i][to] = from.values[i][at];
        }
    }

    /** The buckets that begin in a range of nanoseconds since 1970. */
    public Summary between(long fromInclusive, long toExclusive) {
        int from = firstAt(fromInclusive);
        int to = Math.max(from, firstAt(toExclusive));
        double[][] columns = new double[values.length][];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = Arrays.copyOfRange(values[i], from, to);
        }
        return new Summary(
                Arrays.copyOfRange(starts, from, to),
                Arrays.copyOfRange(counts, from, to),
                Arrays.copyOfRange(lastTimes, from, to),
                columns);
    }

    private int firstAt(long time) {
        int at = Arrays.binarySearch(starts, time);
        return at < 0 ? -at - 1 : at;
    }

    /** This summary as bytes: about 1 KB for a day of two-decimal numbers. */
    public byte[] encode() {
        return SummaryCodec.encode(starts, counts, lastTimes, values);
    }

    /**
     * What {@link #encode} wrote.
     *
     * @throws CorruptBlock when these bytes are no summary
     */
    public static Summary decode(byte[] bytes) {
        return SummaryCodec.decode(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Summary that
                && Arrays.equals(starts, that.starts)
                && Arrays.equals(counts, that.counts)
                && Arrays.equals(lastTimes, that.lastTimes)
                && Arrays.deepEquals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(starts) + Arrays.deepHashCode(values);
    }

    @Override
    public String toString() {
        return starts.length + " buckets with " + Arrays.stream(counts).sum() + " numbers";
    }
}
