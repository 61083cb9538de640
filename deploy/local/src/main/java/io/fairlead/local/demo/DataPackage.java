package io.fairlead.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** Writes ISO 19848 packages as a ship's gateway does: the list of its channels, and what they measured. */
final class DataPackage {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LIST_TIME = "2026-01-01T00:00:00Z";
    private static final String GOOD = "0";

    private DataPackage() {}

    static String channels(Ship ship, List<Channel> channels) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode content = root.putObject("Package");
        ObjectNode header = header(content, ship);
        header.putObject("DataChannelListID").put("ID", list(ship)).put("TimeStamp", LIST_TIME);
        header.putObject("VersionInformation").put("NamingRule", "dnv").put("NamingSchemeVersion", "v2");
        ArrayNode described = content.putObject("DataChannelList").putArray("DataChannel");
        channels.forEach(channel -> describe(described.addObject(), channel));
        return root.toString();
    }

    static String readings(Ship ship, List<Channel> channels, List<Instant> times) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode content = root.putObject("Package");
        header(content, ship)
                .putObject("TimeSpan")
                .put("Start", times.get(0).toString())
                .put("End", times.get(times.size() - 1).toString());
        ObjectNode series = content.putArray("TimeSeriesData").addObject();
        series.putObject("DataConfiguration").put("ID", list(ship)).put("TimeStamp", LIST_TIME);
        ObjectNode table = series.putArray("TabularData").addObject();
        table.put("NumberOfDataSet", times.size());
        table.put("NumberOfDataChannel", channels.size());
        ArrayNode ids = table.putArray("DataChannelID");
        channels.forEach(channel -> ids.add(channel.localId()));
        ArrayNode sets = table.putArray("DataSet");
        times.forEach(time -> measure(sets.addObject(), channels, State.of(ship, time), time));
        return root.toString();
    }

    private static void measure(ObjectNode set, List<Channel> channels, State state, Instant time) {
        set.put("TimeStamp", time.toString());
        ArrayNode values = set.putArray("Value");
        ArrayNode qualities = set.putArray("Quality");
        channels.forEach(channel -> {
            values.add(channel.written(state));
            qualities.add(GOOD);
        });
    }

    private static void describe(ObjectNode described, Channel channel) {
        described.putObject("DataChannelID").put("LocalID", channel.localId());
        ObjectNode property = described.putObject("Property");
        property.putObject("DataChannelType").put("Type", channel.type()).put("UpdateCycle", 10);
        property.putObject("Format").put("Type", "Decimal");
        property.putObject("Range").put("Low", channel.low()).put("High", channel.high());
        property.putObject("Unit").put("UnitSymbol", channel.unit()).put("QuantityName", channel.quantity());
    }

    private static ObjectNode header(ObjectNode content, Ship ship) {
        return content.putObject("Header").put("ShipID", "IMO" + ship.imo());
    }

    private static String list(Ship ship) {
        return ship.code() + "-demo";
    }
}
