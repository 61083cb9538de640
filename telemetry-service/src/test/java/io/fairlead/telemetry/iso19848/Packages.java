package io.fairlead.telemetry.iso19848;

import java.util.Arrays;
import java.util.stream.Collectors;

/** ISO 19848 packages for tests. */
final class Packages {

    static final String POWER = "/dnv-v2/vis-3-7a/411.1/C101.31-2/meta/qty-power";
    static final String ENERGY = "/dnv-v2/vis-3-7a/411.1/C101.31-2/meta/qty-energy";
    static final String TEMPERATURE = "/dnv-v2/vis-3-7a/411.1/C101.31-2/meta/qty-temperature";

    private Packages() {}

    /** A package with a table. */
    static String table(String imo, String[] channels, String... rows) {
        return timeSeries(
                imo,
                """
                "TabularData":[{"NumberOfDataSet":"%d","NumberOfDataChannel":"%d","DataChannelID":[%s],"DataSet":[%s]}]"""
                        .formatted(rows.length, channels.length, texts(channels), String.join(",", rows)));
    }

    /** A row of a table. */
    static String row(String time, String... values) {
        return "{\"TimeStamp\":\"2026-01-31T%sZ\",\"Value\":[%s]}".formatted(time, texts(values));
    }

    /** A package with one event. */
    static String event(String imo, String channel, String time, String value) {
        return timeSeries(
                imo,
                """
                "EventData":{"NumberOfDataSet":1,"DataSet":[
                  {"TimeStamp":"2026-01-31T%sZ","DataChannelID":"%s","Value":"%s","Quality":"0"}]}"""
                        .formatted(time, channel, value));
    }

    /** A package with whatever it holds instead of tables or events. */
    static String timeSeries(String imo, String data) {
        return """
                {"Package":{"Header":{"ShipID":"IMO%s","Author":"gateway"},"TimeSeriesData":[
                  {"DataConfiguration":{"ID":"main","TimeStamp":"2026-01-01T00:00:00Z"},%s}]}}"""
                .formatted(imo, data);
    }

    /** A package with a list of one channel. */
    static String channelList(String imo, String localId, String shortId, String unit, Integer period) {
        return """
                {"Package":{"Header":{"ShipID":"IMO%s","DataChannelListID":{"ID":"main"}},
                  "DataChannelList":{"DataChannel":[{
                    "DataChannelID":{"LocalID":"%s","ShortID":"%s"},
                    "Property":{"DataChannelType":{"Type":"Average"%s},
                      "Format":{"Type":"Decimal"},"Unit":{"UnitSymbol":"%s"}}}]}}}"""
                .formatted(
                        imo, localId, shortId, period == null ? "" : ",\"CalculationPeriod\":\"" + period + "\"", unit);
    }

    private static String texts(String[] texts) {
        return Arrays.stream(texts).map(text -> "\"" + text + "\"").collect(Collectors.joining(","));
    }
}
