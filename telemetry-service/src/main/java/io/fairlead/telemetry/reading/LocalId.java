package io.fairlead.telemetry.reading;

import io.fairlead.core.Computation;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What a LocalID alone says of its channel: {@code qty-power} in it makes it power in kW, {@code qty-energy} energy in
 * kWh. A data channel list may say more.
 *
 * <p>LocalIDs that differ in nothing but these two name one meter.
 */
@Computation
public final class LocalId {

    private static final Pattern POWER = Pattern.compile("(?<=/)qty-power(?=/|$)");
    private static final Pattern ENERGY = Pattern.compile("(?<=/)qty-energy(?=/|$)");
    private static final String EITHER = "qty-power-or-energy";

    private LocalId() {}

    /** Whether an id is a LocalID; else it is a ShortID, which a list must explain. */
    public static boolean is(String id) {
        return id.startsWith("/");
    }

    /** The channel of a LocalID of which nothing else is known. */
    public static Channel channel(String localId) {
        Quantity quantity = quantity(localId);
        return channel(localId, quantity, unit(quantity), null);
    }

    /** The channel of a LocalID of which a list says more. */
    public static Channel channel(String localId, Quantity quantity, String unit, Duration period) {
        return Channel.of(localId, quantity, unit, quantity == Quantity.OTHER ? null : meter(localId), period);
    }

    /**
     * What a channel is when its name alone tells: a LocalID means the same by every door. Labels tell one meter from
     * another.
     */
    public static Channel complete(Channel channel) {
        Quantity quantity = is(channel.name()) ? quantity(channel.name()) : Quantity.OTHER;
        if (channel.quantity() != Quantity.OTHER || quantity == Quantity.OTHER) {
            return channel;
        }
        String meter = new Channel(meter(channel.name()), channel.labels(), quantity, null, null, null).identity();
        return new Channel(channel.name(), channel.labels(), quantity, unit(quantity), meter, null);
    }

    /** What the LocalID says that its channel measures. */
    public static Quantity quantity(String localId) {
        if (POWER.matcher(localId).find()) {
            return Quantity.POWER;
        }
        return ENERGY.matcher(localId).find() ? Quantity.ENERGY : Quantity.OTHER;
    }

    private static String unit(Quantity quantity) {
        return switch (quantity) {
            case POWER -> "kW";
            case ENERGY -> "kWh";
            case OTHER -> null;
        };
    }

    private static String meter(String localId) {
        return ENERGY.matcher(POWER.matcher(localId).replaceAll(EITHER)).replaceAll(EITHER);
    }
}
