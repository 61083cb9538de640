package io.fairlead.telemetry.reading;

import io.fairlead.core.Computation;
import java.math.BigDecimal;

/** Which values of power and energy are plausible: none below zero, none above what any fleet could make. */
@Computation
public final class PowerValue {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000L);

    private PowerValue() {}

    /** What is wrong with a reading of a channel of power or energy, or null when nothing is. */
    static String fault(Reading reading, Channel channel) {
        if (reading.value() == null) {
            return "This is no number.";
        }
        return PowerUnit.of(channel.unit())
                .map(unit -> fault(BigDecimal.valueOf(reading.value()), unit))
                .orElse(null);
    }

    /** What is wrong with a value, or null when nothing is. */
    public static String fault(BigDecimal value, PowerUnit unit) {
        if (value.signum() < 0) {
            return "Power and energy must not be negative.";
        }
        // The first comparison is by magnitude alone: 1e999999999 must not be written out.
        if (value.compareTo(MOST.multiply(MOST)) > 0 || unit.toKilo(value).compareTo(MOST) > 0) {
            return "This is more than " + MOST + (unit.quantity() == Quantity.POWER ? " kW." : " kWh.");
        }
        return null;
    }
}
