package io.fairlead.telemetry.iso19848;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.core.Computation;
import io.fairlead.telemetry.reading.Channel;
import io.fairlead.telemetry.reading.ReadingView;
import io.fairlead.telemetry.vessel.Vessel;
import io.fairlead.telemetry.window.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes ISO 19848 packages. Values and qualities are texts, as the standard has them; the configuration of a vessel's
 * channels has the vessel's code as its id.
 */
@Computation
final class PackageWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Vessel vessel;
    private final String now;

    PackageWriter(Vessel vessel, Instant now) {
        this.vessel = vessel;
        this.now = now.toString();
    }

    /**
     * A package with a DataChannelList.
     *
     * @param properties what the vessel's own lists said of channels, by their LocalID
     */
    ObjectNode channelList(List<Channel> channels, Map<String, JsonNode> properties) {
        ObjectNode content = JSON.objectNode();
        ObjectNode header = content.putObject("Header").put("ShipID", ShipId.of(vessel));
        header.set("DataChannelListID", configuration());
        header.put("DateCreated", now);
        ArrayNode list = content.putObject("DataChannelList").putArray("DataChannel");
        for (Channel channel : channels) {
            String localId = DataChannelId.of(channel);
            ObjectNode entry = list.addObject();
            ObjectNode id = entry.putObject("DataChannelID").put("LocalID", localId);
            if (DataChannelId.isOurs(localId)) {
                id.putObject("NameObject").put("NamingRule", DataChannelId.RULE);
            }
            entry.set("Property", PropertyWriter.write(channel, properties.get(localId)));
        }
        return packaged(content);
    }

    /** A package with the time series of one channel; without any when there are no readings. */
    ObjectNode timeSeries(Channel channel, List<ReadingView> readings) {
        ObjectNode content = JSON.objectNode();
        ObjectNode header = content.putObject("Header").put("ShipID", ShipId.of(vessel));
        ArrayNode series = content.putArray("TimeSeriesData");
        if (!readings.isEmpty()) {
            header.putObject("TimeSpan")
                    .put("Start", readings.get(0).time().toString())
                    .put("End", readings.get(readings.size() - 1).time().toString());
            ObjectNode entry = series.addObject();
            entry.set("DataConfiguration", configuration());
            table(entry.putArray("TabularData").addObject(), channel, readings);
        }
        header.put("DateCreated", now);
        return packaged(content);
    }

    private static void table(ObjectNode table, Channel channel, List<ReadingView> readings) {
        table.put("NumberOfDataSet", readings.size()).put("NumberOfDataChannel", 1);
        table.putArray("DataChannelID").add(DataChannelId.of(channel));
        ArrayNode rows = table.putArray("DataSet");
        for (ReadingView reading : readings) {
            ObjectNode row = rows.addObject().put("TimeStamp", reading.time().toString());
            row.putArray("Value").add(value(reading));
            if (reading.quality() != null) {
                row.putArray("Quality").add(reading.quality());
            }
        }
    }

    private static String value(ReadingView reading) {
        return reading.value() == null
                ? Objects.requireNonNullElse(reading.text(), "")
                : Decimals.plain(BigDecimal.valueOf(reading.value())).toPlainString();
    }

    private ObjectNode configuration() {
        return JSON.objectNode().put("ID", vessel.code()).put("TimeStamp", now);
    }

    private static ObjectNode packaged(ObjectNode content) {
        ObjectNode whole = JSON.objectNode();
        whole.set("Package", content);
        return whole;
    }
}
