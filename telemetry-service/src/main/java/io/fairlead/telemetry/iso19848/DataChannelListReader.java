package io.fairlead.telemetry.iso19848;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.reading.Channel;
import io.fairlead.telemetry.reading.LocalId;
import io.fairlead.telemetry.reading.PowerUnit;
import io.fairlead.telemetry.reading.Quantity;
import io.fairlead.telemetry.window.EnergyReports;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the {@code DataChannelList} of an ISO 19848 package: for each channel its unit, what it measures and the time
 * that an energy value is for ({@code CalculationPeriod}, in seconds).
 *
 * <p>A channel is power or energy if its LocalID says so, or if the list names the quantity {@code Power} or {@code
 * Energy}; then its unit must be one of {@link PowerUnit}.
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
        boolean first = ids.add(read.localId()) && (read.shortId() == null || ids.add(read.shortId()));
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
        Channel byId = DataChannelId.channel(localId).orElse(null);
        if (byId == null) {
            id.get("LocalID").refuse("This LocalID is none of its naming rule.");
            return null;
        }
        PackageNode property = channel.get("Property");
        known(property.get("DataChannelType").get("Type"), TypeNames.CHANNEL);
        known(property.get("Format").get("Type"), TypeNames.FORMAT);
        return new DeclaredChannel(described(byId, property), localId, shortId, property.node(), id.pointer());
    }

    private static Channel described(Channel byId, PackageNode property) {
        Quantity quantity = quantity(byId.quantity(), property.get("Unit").get("QuantityName"));
        PackageNode symbol = property.get("Unit").get("UnitSymbol");
        String unit = unit(quantity, symbol);
        if (DataChannelId.isPlain(byId) && unit != null && !unit.equals(byId.unit())) {
            symbol.refuse("The channel '%s' is kept in %s.".formatted(byId.name(), byId.unit()));
        }
        Duration period = period(property.get("DataChannelType").get("CalculationPeriod"));
        String meter = byId.meter() != null || quantity == Quantity.OTHER ? byId.meter() : byId.identity();
        return new Channel(byId.name(), byId.labels(), quantity, unit, meter, period);
    }

    private static void known(PackageNode type, Set<String> names) {
        String text = type.text();
        if (text != null && !names.contains(text)) {
            type.refuse("This must be one of " + String.join(", ", new TreeSet<>(names)) + ".");
        }
    }

    private static Quantity quantity(Quantity byId, PackageNode name) {
        String text = name.text();
        if (byId != Quantity.OTHER || text == null) {
            return byId;
        }
        return text.equalsIgnoreCase("Power")
                ? Quantity.POWER
                : text.equalsIgnoreCase("Energy") ? Quantity.ENERGY : Quantity.OTHER;
    }

    private static String unit(Quantity quantity, PackageNode symbol) {
        String text = quantity == Quantity.OTHER ? symbol.text() : symbol.required();
        if (quantity != Quantity.OTHER
                && text != null
                && PowerUnit.of(text)
                        .filter(unit -> unit.quantity() == quantity)
                        .isEmpty()) {
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
