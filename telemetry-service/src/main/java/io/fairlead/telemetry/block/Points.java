package io.fairlead.telemetry.block;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.reading.Reading;
import java.util.Arrays;
import java.util.List;

/**
 * Readings of one series in columns, sorted by time and start, each (time, start) once. Immutable. Times and starts are
 * nanoseconds since 1970; the columns that most series do not need take no memory.
 */
@Computation
public final class Points {

    private static final Points EMPTY = new Points(new long[0], null, new double[0], null, null);

    private final long[] times;
    private final long[] starts;
    private final double[] values;
    private final String[] texts;
    private final String[] qualities;

    private Points(long[] times, long[] starts, double[] values, String[] texts, String[] qualities) {
        this.times = times;
        this.starts = starts;
        this.values = values;
        this.texts = texts;
        this.qualities = qualities;
    }

    /**
     * Takes over columns that nobody changes any more, sorted already. A column that says nothing is left out.
     *
     * @param starts null when all are instants
     * @param texts null when all are numbers
     * @param qualities null when there are none
     */
    static Points of(long[] times, long[] starts, double[] values, String[] texts, String[] qualities) {
        if (times.length == 0) {
            return EMPTY;
        }
        return new Points(
                times, Arrays.equals(times, starts) ? null : starts, values, present(texts), present(qualities));
    }

    private static String[] present(String[] column) {
        for (int i = 0; column != null && i < column.length; i++) {
            if (column[i] != null) {
                return column;
            }
        }
        return null;
    }

    /** No readings. */
    public static Points empty() {
        return EMPTY;
    }

    /** How many readings there are. */
    public int size() {
        return times.length;
    }

    /** When reading {@code i} was taken, or where its interval ends. */
    public long time(int i) {
        return times[i];
    }

    /** Where the interval of reading {@code i} begins; its time when it is of an instant. */
    public long start(int i) {
        return starts == null ? times[i] : starts[i];
    }

    /** The value of reading {@code i}; NaN exactly when it is no number. */
    public double value(int i) {
        return values[i];
    }

    /** The value of reading {@code i} when it is no number, else null. */
    public String text(int i) {
        return texts == null ? null : texts[i];
    }

    /** What the sender said about reading {@code i}, or null. */
    public String quality(int i) {
        return qualities == null ? null : qualities[i];
    }

    /** Whether all are numbers at instants, and none has a quality. */
    public boolean isPlain() {
        return starts == null && texts == null && qualities == null;
    }

    /** Reading {@code i} as an object. */
    public Reading reading(int i) {
        return new Reading(times[i], start(i), text(i) == null ? values[i] : null, text(i), quality(i));
    }

    /** The readings whose times lie in a range; the same object when that is all of them. */
    public Points slice(long fromInclusive, long toExclusive) {
        int from = firstAt(fromInclusive);
        int to = Math.max(from, firstAt(toExclusive));
        return from == 0 && to == times.length ? this : range(from, to);
    }

    /** The readings from an index to another, exclusive. */
    public Points range(int from, int to) {
        return of(
                Arrays.copyOfRange(times, from, to),
                starts == null ? null : Arrays.copyOfRange(starts, from, to),
                Arrays.copyOfRange(values, from, to),
                texts == null ? null : Arrays.copyOfRange(texts, from, to),
                qualities == null ? null : Arrays.copyOfRange(qualities, from, to));
    }

    /** Several times may be equal, so that {@link Arrays#binarySearch} would not find the first. */
    private int firstAt(long time) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * All readings of several runs; of those with the same time and start, the one in the later run of the list stays.
     * Runs that do not overlap are merely copied.
     */
    public static Points merge(List<Points> rising) {
        return PointsMerge.merge(rising);
    }

    /** Whether reading {@code i} comes before, with or after one of another run: negative, 0 or positive. */
    int compare(int i, Points other, int j) {
        int byTime = Long.compare(times[i], other.times[j]);
        return byTime != 0 ? byTime : Long.compare(start(i), other.start(j));
    }

    long[] times() {
        return times;
    }

    /** Null when all are instants. */
    long[] starts() {
        return starts;
    }

    double[] values() {
        return values;
    }

    /** Null when all are numbers. */
    String[] texts() {
        return texts;
    }

    /** Null when there are none. */
    String[] qualities() {
        return qualities;
    }

    /** Whether both hold the same readings bit for bit: -0.0 is not 0.0. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Points that
                && Arrays.equals(times, that.times)
                && Arrays.equals(starts, that.starts)
                && Arrays.equals(values, that.values)
                && Arrays.equals(texts, that.texts)
                && Arrays.equals(qualities, that.qualities);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(times) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return times.length == 0
                ? "no readings"
                : times.length + " readings from " + reading(0) + " to " + reading(times.length - 1);
    }
}
