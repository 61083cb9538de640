package io.fairlead.telemetry.block;

import io.fairlead.core.Computation;

/**
 * A column of sums of decimals. Added up as doubles these are decimals but for their last bits: what is kept is the
 * decimal, and how many steps between neighbouring doubles the sum is away from it.
 */
@Computation
final class SumColumn {

    private static final int PLAIN = 255;
    /** So many steps away on average, the sums are no sums of decimals of this scale. */
    private static final long FAR = 1 << 10;

    private SumColumn() {}

    static void write(double[] sums, int count, Sink sink) {
        long[] decimals = new long[count];
        long[] steps = new long[count];
        int scale = 0;
        while (scale < Decimal.SCALES && !near(sums, count, scale, decimals, steps)) {
            scale++;
        }
        if (scale == Decimal.SCALES) {
            sink.byteValue(PLAIN);
            DoubleColumn.write(sums, count, Level.COMPACT, sink);
            return;
        }
        sink.byteValue(scale);
        LongColumn.write(decimals, count, Level.COMPACT, sink);
        LongColumn.write(steps, count, Level.COMPACT, sink);
    }

    private static boolean near(double[] sums, int count, int scale, long[] decimals, long[] steps) {
        double power = Decimal.POWERS[scale];
        for (int i = 0; i < count; i++) {
            double whole = Decimal.round(sums[i] * power);
            decimals[i] = (long) whole;
            steps[i] = Double.doubleToRawLongBits(sums[i]) - Double.doubleToRawLongBits(whole / power);
            if (Math.abs(steps[i]) > FAR || !Decimal.isExact(whole)) {
                return false;
            }
        }
        return true;
    }

    static double[] read(Source source, int count) {
        int scale = source.byteValue();
        if (scale == PLAIN) {
            return DoubleColumn.read(source, count);
        }
        if (scale >= Decimal.SCALES) {
            throw new CorruptBlock("There is no scale " + scale + ".");
        }
        long[] decimals = LongColumn.read(source, count);
        long[] steps = LongColumn.read(source, count);
        double[] sums = new double[count];
        for (int i = 0; i < count; i++) {
            long bits = Double.doubleToRawLongBits(decimals[i] / Decimal.POWERS[scale]);
            sums[i] = Double.longBitsToDouble(bits + steps[i]);
        }
        return sums;
    }
}
