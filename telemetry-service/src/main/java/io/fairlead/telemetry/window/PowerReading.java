package io.fairlead.telemetry.window;

import io.fairlead.core.Computation;
import java.math.BigDecimal;

/**
 * The power at an instant. Nearly every meter's value is a whole number of milliwatts and is kept as such, since windows
 * add up many; any other is kept as the decimal that it is.
 *
 * @param time nanoseconds since 1970
 * @param mW milliwatts, or {@link Decimals#INEXACT}
 * @param other the power in kW when it is no whole number of milliwatts, else null
 */
@Computation
public record PowerReading(long time, long mW, BigDecimal other) {

    /** A reading in kW. */
    public PowerReading(long time, BigDecimal kW) {
        this(time, Decimals.millionths(kW), Decimals.millionths(kW) == Decimals.INEXACT ? kW : null);
    }

    /** A reading of a whole number of milliwatts. */
    public static PowerReading ofMilliwatts(long time, long mW) {
        return new PowerReading(time, mW, null);
    }

    /** The power in kW. */
    public BigDecimal kW() {
        return other == null ? Decimals.plain(Decimals.ofMillionths(mW)) : other;
    }

    boolean lessThan(PowerReading that) {
        return other == null && that.other == null ? mW < that.mW : kW().compareTo(that.kW()) < 0;
    }
}
