package io.fairlead.telemetry.iso19848;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.reading.PowerUnit;
import io.fairlead.telemetry.reading.Quantity;
import io.fairlead.telemetry.window.EnergyReports;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the {@code DataChannelList} of an ISO 19848 package: for each channel its unit, what it measures and the time
 * that an energy value is for ({@code CalculationPeriod}, in seconds).
 *
 * <p>A channel is power or energy if its LocalID says so, or if the list names the quantity {@code Power} or {@code
 * Energy}; then its unit must be one of {@link PowerUnit}. ISO 19848 has no type of channel for counters, so energy is a
 * counter if its LocalID says {@code calc-accumulated} and the list no {@code CalculationPeriod}.
 */
@Computation
final class DataChannelListReader {

    private DataChannelListReader() {}

    /** The channels that a list declares, each once. */
    static List<DeclaredChannel> read(PackageNode list) {
        List<DeclaredChannel> declared = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        List<PackageNode> channels = list.get("DataChannel").list();
        if (channels.isEmpty()) {
            list.get("DataChannel").refuse("At least one channel is needed.");
        }
        for (PackageNode channel : channels) {
            DeclaredChannel read = channel(channel);
            if (read != null && once(read, ids, channel.get("DataChannelID"))) {
                declared.add(read);
            }
        }
        return declared;
    }

    private static boolean once(DeclaredChannel read, Set<String> ids, PackageNode id) {
        boolean first = ids.add(read.channel().name()) && (read.shortId() == null || ids.add(read.shortId()));
        if (!first) {
            id.refuse("Another channel of the list has this id.");
        }
        return first;
    }

    private static DeclaredChannel channel(PackageNode channel) {
        PackageNode id = channel.get("DataChannelID");
        String localId = id.get("LocalID").required();
        String shortId = id.get("ShortID").text();
        if (localId == null || !LocalId.is(localId)) {
            id.get("LocalID").refuse("A LocalID begins with a slash.");
            return null;
        }
        PackageNode property = channel.get("Property");
        Duration period = period(property.get("DataChannelType").get("CalculationPeriod"));
        Quantity quantity = quantity(localId, property.get("Unit").get("QuantityName"), period);
        String unit = unit(quantity, property.get("Unit").get("UnitSymbol"));
        return new DeclaredChannel(LocalId.channel(localId, quantity, unit, period), shortId, id.pointer());
    }

    private static Quantity quantity(String localId, PackageNode name, Duration period) {
        Quantity byId = LocalId.quantity(localId);
        String text = byId == Quantity.OTHER && name.text() != null ? name.text() : "";
        if (byId == Quantity.POWER || text.equalsIgnoreCase("Power")) {
            return Quantity.POWER;
        }
        return byId != Quantity.OTHER || text.equalsIgnoreCase("Energy")
                ? LocalId.energy(localId, period)
                : Quantity.OTHER;
    }

    private static String unit(Quantity quantity, PackageNode symbol) {
        String text = quantity == Quantity.OTHER ? symbol.text() : symbol.required();
        if (quantity != Quantity.OTHER
                && text != null
                && PowerUnit.of(text).filter(unit -> unit.fits(quantity)).isEmpty()) {
            symbol.refuse("The unit of a channel of %s must be one of %s."
                    .formatted(quantity.text(), String.join(", ", PowerUnit.symbols(quantity))));
        }
        return text;
    }

    private static Duration period(PackageNode node) {
        String text = node.text();
        if (text == null) {
            return null;
        }
        try {
            BigDecimal seconds = new BigDecimal(text);
            if (seconds.signum() > 0 && seconds.compareTo(BigDecimal.valueOf(EnergyReports.LONGEST.toSeconds())) <= 0) {
                return Duration.ofSeconds(seconds.longValueExact());
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // refused below, as a number that is too small or too great
        }
        node.refuse("A period is a whole number of seconds, at most " + EnergyReports.LONGEST.toDays() + " days.");
        return null;
    }
}
