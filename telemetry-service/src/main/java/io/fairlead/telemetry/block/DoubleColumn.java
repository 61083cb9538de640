package io.fairlead.telemetry.block;

import io.fairlead.core.Computation;

/**
 * A column of numbers. Decimals become whole numbers at the smallest scale from which they all come back bit for
 * bit; a few that do not are kept beside. Numbers that are no decimals are kept by their bits, in an order in which near
 * numbers have near bits.
 */
@Computation
final class DoubleColumn {

    private static final int BITS = 16;
    /** One in so many may be kept beside, at about ten bytes each. */
    private static final int RARE = 128;

    private DoubleColumn() {}

    static void write(double[] values, int count, Level level, Sink sink) {
        if (count == 0) {
            return;
        }
        long[] numbers = new long[count];
        int scale = 0;
        int beside = -1;
        while (beside < 0 && scale < BITS) {
            beside = Decimal.whole(values, count, scale++, count / RARE, numbers);
        }
        scale--;
        if (beside < 0) {
            bits(values, count, level, sink);
            return;
        }
        sink.byteValue(scale | (beside > 0 ? BITS << 1 : 0));
        if (beside > 0) {
            beside(values, count, scale, beside, sink);
        }
        LongColumn.write(numbers, count, level, sink);
    }

    private static void bits(double[] values, int count, Level level, Sink sink) {
        long[] numbers = new long[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = ordered(Double.doubleToRawLongBits(values[i]));
        }
        sink.byteValue(BITS);
        LongColumn.write(numbers, count, level, sink);
    }

    private static void beside(double[] values, int count, int scale, int beside, Sink sink) {
        sink.varint(beside);
        int last = 0;
        for (int i = 0; i < count; i++) {
            if (!Decimal.fits(values[i], scale)) {
                sink.varint(i - last);
                sink.longValue(Double.doubleToRawLongBits(values[i]));
                last = i;
            }
        }
    }

    static double[] read(Source source, int count) {
        double[] values = new double[count];
        if (count == 0) {
            return values;
        }
        int code = source.byteValue();
        if (code == BITS) {
            long[] numbers = LongColumn.read(source, count);
            for (int i = 0; i < count; i++) {
                values[i] = Double.longBitsToDouble(ordered(numbers[i]));
            }
            return values;
        }
        int scale = code & BITS - 1;
        if (code != scale && code != (scale | BITS << 1)) {
            throw new CorruptBlock("There is no kind " + code + " of numbers.");
        }
        Source beside = code == scale ? null : skipBeside(source, count);
        long[] numbers = LongColumn.read(source, count);
        double divisor = Decimal.POWERS[scale];
        for (int i = 0; i < count; i++) {
            values[i] = numbers[i] / divisor;
        }
        if (beside != null) {
            patch(beside, values);
        }
        return values;
    }

    private static Source skipBeside(Source source, int count) {
        Source beside = source.fork();
        int size = source.count(count);
        for (int i = 0; i < size; i++) {
            source.varint();
            source.longValue();
        }
        return beside;
    }

    private static void patch(Source beside, double[] values) {
        int size = beside.count(values.length);
        int at = 0;
        for (int i = 0; i < size; i++) {
            at += beside.count(values.length);
            if (at >= values.length) {
                throw new CorruptBlock("A number stands behind the last reading.");
            }
            values[at] = Double.longBitsToDouble(beside.longValue());
        }
    }

    /** Makes the bits of numbers below zero fall as they rise; twice gives them back. */
    private static long ordered(long bits) {
        return bits ^ bits >> 63 & Long.MAX_VALUE;
    }
}
