package io.fairlead.telemetry.block;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.reading.Reading;
import java.util.Arrays;

/** Collects readings of one series, in any order. */
@Computation
public final class PointsBuilder {

    private static final int FIRST_CAPACITY = 4;

    private long[] times = new long[FIRST_CAPACITY];
    private double[] values = new double[FIRST_CAPACITY];
    private long[] starts;
    private String[] texts;
    private String[] qualities;
    private int size;

    /** How many readings were added, repeated ones included. */
    public int size() {
        return size;
    }

    /**
     * A number at an instant.
     *
     * @param time nanoseconds since 1970
     * @throws IllegalArgumentException when the value is NaN or infinite
     */
    public void add(long time, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A value is a finite number, or a text.");
        }
        put(time, time, value);
    }

    /** A reading. */
    public void add(Reading reading) {
        double value = reading.value() == null ? Double.NaN : reading.value();
        add(reading.time(), reading.start(), value, reading.text(), reading.quality());
    }

    /**
     * A reading by its parts.
     *
     * @param start where its interval begins; its time when it is of an instant
     * @param value NaN when it is no number
     * @param text null when it is a number
     * @param quality null when nothing was said about it
     * @throws IllegalArgumentException when it is not exactly one of a finite number and a text
     */
    public void add(long time, long start, double value, String text, String quality) {
        if (text == null ? !Double.isFinite(value) : !Double.isNaN(value)) {
            throw new IllegalArgumentException("A value is a finite number, or a text.");
        }
        put(time, start, text == null ? value : Double.NaN);
        texts = put(texts, text);
        qualities = put(qualities, quality);
    }

    private void put(long time, long start, double value) {
        if (size == times.length) {
            grow();
        }
        if (starts == null && start != time) {
            starts = Arrays.copyOf(times, times.length);
        }
        times[size] = time;
        values[size] = value;
        if (starts != null) {
            starts[size] = start;
        }
        size++;
    }

    private String[] put(String[] column, String text) {
        String[] all = column == null && text != null ? new String[times.length] : column;
        if (all != null) {
            all[size - 1] = text;
        }
        return all;
    }

    private void grow() {
        int capacity = times.length * 2;
        times = Arrays.copyOf(times, capacity);
        values = Arrays.copyOf(values, capacity);
        starts = starts == null ? null : Arrays.copyOf(starts, capacity);
        texts = texts == null ? null : Arrays.copyOf(texts, capacity);
        qualities = qualities == null ? null : Arrays.copyOf(qualities, capacity);
    }

    /** What was added, sorted; of readings with the same time and start, the one added last. */
    public Points build() {
        for (int i = 1; i < size; i++) {
            if (compare(i - 1, i) >= 0) {
                return gather(ReadingOrder.sorted(size, this::compare));
            }
        }
        return Points.of(
                Arrays.copyOf(times, size),
                starts == null ? null : Arrays.copyOf(starts, size),
                Arrays.copyOf(values, size),
                texts == null ? null : Arrays.copyOf(texts, size),
                qualities == null ? null : Arrays.copyOf(qualities, size));
    }

    private int compare(int i, int j) {
        int byTime = Long.compare(times[i], times[j]);
        return byTime != 0 || starts == null ? byTime : Long.compare(starts[i], starts[j]);
    }

    private Points gather(int[] order) {
        PointsBuilder sorted = new PointsBuilder();
        for (int i = 0; i < size; i++) {
            int at = order[i];
            boolean last = i + 1 == size || compare(at, order[i + 1]) < 0;
            if (last) {
                sorted.put(times[at], starts == null ? times[at] : starts[at], values[at]);
                sorted.texts = sorted.put(sorted.texts, texts == null ? null : texts[at]);
                sorted.qualities = sorted.put(sorted.qualities, qualities == null ? null : qualities[at]);
            }
        }
        return sorted.build();
    }
}
