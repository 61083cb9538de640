package io.fairlead.telemetry.window;

import io.fairlead.core.Computation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Set;

/**
 * The power readings of one window, each with a weight, summed exactly: whole milliwatts in 128 bits, anything else as
 * decimals.
 */
@Computation
final class PowerSum {

    private static final BigDecimal HOURS = new BigDecimal("0.25");
    private static final int MILLIWATT = 6;

    private long high;
    private long low;
    private BigDecimal others = BigDecimal.ZERO;
    private PowerReading min;
    private PowerReading max;
    private int count;
    private long covered;

    /**
     * Adds a reading.
     *
     * @param weight how much it counts, not negative
     * @param covers how many nanoseconds it speaks for
     */
    void add(PowerReading reading, long weight, long covers) {
        if (reading.other() == null) {
            long product = reading.mW() * weight;
            low += product;
            high += Math.multiplyHigh(reading.mW(), weight) + (Long.compareUnsigned(low, product) < 0 ? 1 : 0);
        } else {
            others = others.add(reading.other().multiply(BigDecimal.valueOf(weight)));
        }
        min = min == null || reading.lessThan(min) ? reading : min;
        max = max == null || max.lessThan(reading) ? reading : max;
        count++;
        covered += covers;
    }

    int count() {
        return count;
    }

    /**
     * The window that these readings make.
     *
     * @param divisor the mean power is the weighted sum by this
     */
    Window window(long end, long divisor, WindowMethod method) {
        BigDecimal mean = mean(divisor);
        return new Window(
                end,
                Decimals.plain(mean.multiply(HOURS)),
                Decimals.plain(mean),
                Decimals.plain(min.kW()),
                Decimals.plain(max.kW()),
                count,
                Decimals.wholeSeconds(covered),
                method,
                Set.of());
    }

    private BigDecimal mean(long divisor) {
        if (high == 0 && low >= 0 && others.signum() == 0) {
            return Decimals.ofMillionths(halfEven(low, divisor));
        }
        BigInteger whole =
                BigInteger.valueOf(high).shiftLeft(Long.SIZE).add(new BigInteger(Long.toUnsignedString(low)));
        return new BigDecimal(whole, MILLIWATT)
                .add(others)
                .divide(BigDecimal.valueOf(divisor), MILLIWATT, RoundingMode.HALF_EVEN);
    }

    private static long halfEven(long sum, long divisor) {
        long quotient = sum / divisor;
        long left = sum % divisor;
        boolean up = left > divisor - left || left == divisor - left && (quotient & 1) == 1;
        return up ? quotient + 1 : quotient;
    }
}
