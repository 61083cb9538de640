package io.fairlead.telemetry.influx;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.reading.Channel;
import io.fairlead.telemetry.reading.LocalId;
import io.fairlead.telemetry.reading.PowerUnit;
import io.fairlead.telemetry.reading.Quantity;
import java.math.BigDecimal;
import java.util.SortedMap;

/**
 * A field of lines with the same measurement and tags, and the channel that it means.
 *
 * <p>The measurements {@code power}, {@code energy} and {@code energy_counter} with a unit as the field are the channels of
 * the plain door; a field {@code value} is the channel of its measurement, any other the channel {@code measurement.field}. The tags
 * besides the vessel's are the labels.
 *
 * @param raw its name as it was sent, with the equals sign behind it
 * @param channel what it reports
 * @param identity the channel's
 * @param unit the unit of its values, or null when they are taken as they are
 * @param exponent ten to this power makes a value one in kW or kWh
 * @param faults what is wrong with its name, as bits of {@link NameFaults}
 */
@Computation
record LineField(Raw raw, String name, Channel channel, String identity, PowerUnit unit, int exponent, int faults) {

    static LineField of(Raw raw, String name, String measurement, SortedMap<String, String> labels) {
        boolean value = name.equals("value");
        Quantity quantity = Channel.plainQuantity(measurement).orElse(null);
        PowerUnit unit = PowerUnit.of(name)
                .filter(known -> quantity != null && known.fits(quantity))
                .orElse(null);
        Channel channel = unit == null
                ? LocalId.complete(new Channel(
                        value ? measurement : measurement + "." + name, labels, Quantity.OTHER, null, null, null))
                : Channel.plain(quantity, labels);
        int exponent = unit == null
                ? 0
                : -unit.toKilo(BigDecimal.ONE).stripTrailingZeros().scale();
        int faults = NameFaults.of(name) | (value && quantity != null ? NameFaults.VALUE_OF_PLAIN : 0);
        PowerUnit checked = unit == null && channel.hasWindows()
                ? PowerUnit.of(channel.unit()).orElse(null)
                : unit;
        return new LineField(raw, name, channel, channel.identity(), checked, exponent, faults);
    }
}
