package io.fairlead.lake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * The readings of {@code telemetry.readings.accepted}, one row each. What ships report on the same topic is passed over:
 * what of it is accepted comes as an event of the suite's own.
 */
final class ReadingRows implements EventRows {

    private static final String ACCEPTED = "telemetry.readings.accepted";
    private static final String REPORTED = "telemetry.readings.reported";

    @Override
    public List<Map<String, Object>> of(SinkRecord record) {
        String type = EventJson.attribute(record, "type");
        if (type.equals(REPORTED)) {
            return List.of();
        }
        if (!type.equals(ACCEPTED)) {
            throw new BadEvent("Its type is " + type + ".");
        }
        JsonNode data = EventJson.data(record);
        String vessel = EventJson.text(data, "vessel");
        String event = EventJson.attribute(record, "id");
        List<Map<String, Object>> rows = new ArrayList<>();
        for (JsonNode table : EventJson.array(data, "tables")) {
            List<Map<String, Object>> channels = channels(table, vessel);
            for (JsonNode row : EventJson.array(table, "rows")) {
                add(rows, channels, row);
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            EventJson.origin(rows.get(i), record, event);
            rows.get(i).put("event_row", i);
        }
        return rows;
    }

    /** What all readings of a channel share. */
    private static List<Map<String, Object>> channels(JsonNode table, String vessel) {
        List<Map<String, Object>> channels = new ArrayList<>();
        for (JsonNode channel : EventJson.array(table, "channels")) {
            Map<String, Object> shared = new HashMap<>();
            shared.put("vessel", vessel);
            shared.put("series", EventJson.number(channel, "id"));
            shared.put("channel", EventJson.text(channel, "channel"));
            shared.put("labels", EventJson.labels(channel));
            shared.put("quantity", EventJson.text(channel, "quantity"));
            shared.put("unit", EventJson.optionalText(channel, "unit"));
            channels.add(shared);
        }
        return channels;
    }

    private static void add(List<Map<String, Object>> rows, List<Map<String, Object>> channels, JsonNode row) {
        JsonNode values = EventJson.array(row, "values");
        JsonNode qualities = row.path("qualities");
        if (values.size() != channels.size()) {
            throw new BadEvent("A row has %d values for %d channels.".formatted(values.size(), channels.size()));
        }
        Instant time = EventJson.time(row, "time");
        Instant start = row.path("start").isTextual() ? EventJson.time(row, "start") : null;
        for (int i = 0; i < channels.size(); i++) {
            Map<String, Object> reading = new HashMap<>(channels.get(i));
            reading.put("time", EventJson.micros(time));
            reading.put("time_ns", EventJson.nanos(time));
            if (start != null) {
                reading.put("start", EventJson.micros(start));
                reading.put("start_ns", EventJson.nanos(start));
            }
            value(reading, values.get(i));
            reading.put("quality", qualities.path(i).textValue());
            rows.add(reading);
        }
    }

    private static void value(Map<String, Object> reading, JsonNode value) {
        if (value.isNumber()) {
            reading.put("value", value.doubleValue());
        } else if (value.isTextual()) {
            reading.put("text", value.textValue());
        } else {
            throw new BadEvent("A value is neither a number nor a text.");
        }
    }
}
