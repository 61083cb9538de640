package io.fairlead.telemetry.block;

import io.fairlead.core.Computation;

/** Decimals as whole numbers: 812.55 is 81255 at scale 2. */
@Computation
final class Decimal {

    /** The scales are 0 to one less than this. */
    static final int SCALES = 16;

    /** Ten to the power of each scale, all exact. */
    static final double[] POWERS = powers();

    /** Added and taken away again, it rounds what is smaller than it to a whole number, without a branch. */
    private static final double ROUNDING = 0x1.8p52;

    private static final double LARGEST = 0x1p51;

    private Decimal() {}

    private static double[] powers() {
        double[] powers = new double[SCALES];
        powers[0] = 1;
        for (int i = 1; i < SCALES; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }

    /** Whether the number comes back from a scale, bit for bit. */
    static boolean fits(double value, int scale) {
        double whole = round(value * POWERS[scale]);
        return back(value, whole, POWERS[scale]);
    }

    private static boolean back(double value, double whole, double power) {
        return Double.doubleToRawLongBits(whole / power) == Double.doubleToRawLongBits(value) && isExact(whole);
    }

    /** To the nearest whole number, when it {@link #isExact}. */
    static double round(double number) {
        return number + ROUNDING - ROUNDING;
    }

    static boolean isExact(double whole) {
        return Math.abs(whole) < LARGEST;
    }

    /**
     * Fills in the whole numbers of a scale; those that do not come back repeat the one before.
     *
     * @param most how many may not come back
     * @return how many do not, or -1 when they are too many
     */
    static int whole(double[] values, int count, int scale, int most, long[] numbers) {
        double power = POWERS[scale];
        int misfits = 0;
        long last = 0;
        for (int i = 0; i < count; i++) {
            double whole = round(values[i] * power);
            if (back(values[i], whole, power)) {
                last = (long) whole;
            } else if (++misfits > most) {
                return -1;
            }
            numbers[i] = last;
        }
        return misfits;
    }
}
