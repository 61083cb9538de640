package io.fairlead.telemetry.window;

import io.fairlead.core.Computation;
import java.math.BigDecimal;

/**
 * How numbers of windows are written: no trailing zeros, no exponent, so that equal windows look equal. And how most of
 * them fit a {@code long} exactly, which is many times quicker to compute with.
 */
@Computation
public final class Decimals {

    /** Said of a number that is no whole number of the wanted parts, or too great. */
    public static final long INEXACT = Long.MIN_VALUE;

    private static final long NANOS = 1_000_000_000L;
    private static final int MICRO = 6;
    private static final int MOST_WHOLE_DIGITS = 12;

    /** Powers of ten that a double holds exactly. */
    private static final double[] TENS = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    /** Decimals of up to 15 digits have a double each, so none of them can be taken for another. */
    private static final double MOST = 1e15;

    private Decimals() {}

    /** The same number without trailing zeros and without an exponent. */
    public static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * The shortest decimal that a double stands for, times a power of ten, when that is a whole number.
     *
     * @param exponent which power of ten, 0 to 9
     * @return {@link #INEXACT} when it is not whole, or has more than 15 digits
     */
    public static long scaled(double value, int exponent) {
        double scaled = Math.rint(value * TENS[exponent]);
        return Math.abs(scaled) < MOST && scaled / TENS[exponent] == value ? (long) scaled : INEXACT;
    }

    /** A number in millionths, or {@link #INEXACT} when it has more than six decimals or more than twelve whole digits. */
    static long millionths(BigDecimal number) {
        BigDecimal shortest = number.scale() > MICRO ? number.stripTrailingZeros() : number;
        boolean fits = shortest.scale() <= MICRO && shortest.precision() - shortest.scale() <= MOST_WHOLE_DIGITS;
        return fits ? shortest.movePointRight(MICRO).longValueExact() : INEXACT;
    }

    /** So many millionths as a number. */
    static BigDecimal ofMillionths(long millionths) {
        return BigDecimal.valueOf(millionths, MICRO);
    }

    static int wholeSeconds(long nanos) {
        return (int) (nanos / NANOS);
    }
}
