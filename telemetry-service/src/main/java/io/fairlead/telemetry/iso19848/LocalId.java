package io.fairlead.telemetry.iso19848;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.reading.Channel;
import io.fairlead.telemetry.reading.Quantity;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What a LocalID alone says of its channel: {@code qty-power} in it makes it power in kW, {@code qty-energy} energy in
 * kWh, and with {@code calc-accumulated} a counter of kWh. A data channel list may say more, see {@link
 * DataChannelListReader}.
 *
 * <p>LocalIDs that differ in nothing but these name one meter.
 */
@Computation
final class LocalId {

    private static final Pattern POWER = Pattern.compile("(?<=/)qty-power(?=/|$)");
    private static final Pattern ENERGY = Pattern.compile("(?<=/)qty-energy(?=/|$)");
    private static final Pattern ACCUMULATED = Pattern.compile("/calc-accumulated(?=/|$)");
    private static final String EITHER = "qty-power-or-energy";

    private LocalId() {}

    /** Whether an id is a LocalID; else it is a ShortID, which a list must explain. */
    static boolean is(String id) {
        return id.startsWith("/");
    }

    /** The channel of a LocalID of which nothing else is known. */
    static Channel channel(String localId) {
        Quantity quantity = quantity(localId);
        return channel(localId, quantity, unit(quantity), null);
    }

    /** The channel of a LocalID of which a list says more. */
    static Channel channel(String localId, Quantity quantity, String unit, Duration period) {
        return Channel.of(localId, quantity, unit, quantity == Quantity.OTHER ? null : meter(localId), period);
    }

    /** What the LocalID says that its channel measures. */
    static Quantity quantity(String localId) {
        if (POWER.matcher(localId).find()) {
            return Quantity.POWER;
        }
        return ENERGY.matcher(localId).find() ? energy(localId, null) : Quantity.OTHER;
    }

    /**
     * What a LocalID of energy measures: a counter when it is accumulated, unless each value is for a period.
     *
     * @param period what each value is for, or null
     */
    static Quantity energy(String localId, Duration period) {
        return period == null && ACCUMULATED.matcher(localId).find() ? Quantity.COUNTER : Quantity.ENERGY;
    }

    private static String unit(Quantity quantity) {
        return switch (quantity) {
            case POWER -> "kW";
            case ENERGY, COUNTER -> "kWh";
            case OTHER -> null;
        };
    }

    private static String meter(String localId) {
        String meter = ACCUMULATED.matcher(localId).replaceAll("");
        return ENERGY.matcher(POWER.matcher(meter).replaceAll(EITHER)).replaceAll(EITHER);
    }
}
