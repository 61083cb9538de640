package io.fairlead.telemetry.block;

import io.fairlead.core.Computation;

/** What blocks and bodies have in common: a column of times, and the other columns of readings at these times. */
@Computation
final class Columns {

    /** The most readings in one block or body: a few damaged bytes must not claim all memory. */
    static final int MOST = 1 << 22;

    private static final int STARTS = 1;
    private static final int TEXTS = 2;
    private static final int QUALITIES = 4;

    private Columns() {}

    static void writeTimes(Points points, Level level, Sink sink) {
        if (points.size() > MOST) {
            throw new IllegalArgumentException("A block holds at most " + MOST + " readings.");
        }
        sink.varint(points.size());
        LongColumn.write(points.times(), points.size(), level, sink);
    }

    static long[] readTimes(Source source) {
        return LongColumn.read(source, source.count(MOST));
    }

    static void writeOthers(Points points, Level level, Sink sink) {
        int size = points.size();
        sink.byteValue((points.starts() == null ? 0 : STARTS)
                | (points.texts() == null ? 0 : TEXTS)
                | (points.qualities() == null ? 0 : QUALITIES));
        if (points.starts() != null) {
            long[] lengths = new long[size];
            for (int i = 0; i < size; i++) {
                lengths[i] = points.times()[i] - points.starts()[i];
            }
            LongColumn.write(lengths, size, level, sink);
        }
        if (points.texts() == null) {
            DoubleColumn.write(points.values(), size, level, sink);
        } else {
            TextColumn.write(points.texts(), level, sink);
            double[] numbers = new double[size];
            DoubleColumn.write(numbers, numbers(points, numbers), level, sink);
        }
        if (points.qualities() != null) {
            TextColumn.write(points.qualities(), level, sink);
        }
    }

    private static int numbers(Points points, double[] numbers) {
        int count = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (points.texts()[i] == null) {
                numbers[count++] = points.values()[i];
            }
        }
        return count;
    }

    static Points readOthers(Source source, long[] times) {
        int size = times.length;
        int flags = source.byteValue();
        if (flags > (STARTS | TEXTS | QUALITIES)) {
            throw new CorruptBlock("There are no columns " + flags + ".");
        }
        long[] starts = (flags & STARTS) == 0 ? null : starts(LongColumn.read(source, size), times);
        String[] texts = (flags & TEXTS) == 0 ? null : TextColumn.read(source, size);
        double[] values = texts == null ? finite(DoubleColumn.read(source, size)) : numbers(source, texts);
        String[] qualities = (flags & QUALITIES) == 0 ? null : TextColumn.read(source, size);
        requireOrder(times, starts);
        return Points.of(times, starts, values, texts, qualities);
    }

    private static long[] starts(long[] lengths, long[] times) {
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = times[i] - lengths[i];
        }
        return lengths;
    }

    private static double[] numbers(Source source, String[] texts) {
        int count = 0;
        for (String text : texts) {
            count += text == null ? 1 : 0;
        }
        double[] numbers = finite(DoubleColumn.read(source, count));
        double[] values = new double[texts.length];
        for (int i = texts.length - 1, j = count; i >= 0; i--) {
            values[i] = texts[i] == null ? numbers[--j] : Double.NaN;
        }
        return values;
    }

    private static double[] finite(double[] values) {
        boolean finite = true;
        for (double value : values) {
            finite &= Math.abs(value) <= Double.MAX_VALUE;
        }
        if (!finite) {
            throw new CorruptBlock("A value is no finite number.");
        }
        return values;
    }

    private static void requireOrder(long[] times, long[] starts) {
        boolean rising = true;
        for (int i = 1; i < times.length; i++) {
            rising &=
                    times[i - 1] < times[i] || starts != null && times[i - 1] == times[i] && starts[i - 1] < starts[i];
        }
        if (!rising) {
            throw new CorruptBlock("The readings are not in the order of their times.");
        }
    }
}
