package io.fairlead.lake;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;

/** The window of a {@code telemetry.window.changed}: one row. */
final class WindowRows implements EventRows {

    private static final String CHANGED = "telemetry.window.changed";

    @Override
    public List<Map<String, Object>> of(SinkRecord record) {
        String type = EventJson.attribute(record, "type");
        if (!type.equals(CHANGED)) {
            throw new BadEvent("Its type is " + type + ".");
        }
        JsonNode data = EventJson.data(record);
        Map<String, Object> row = new HashMap<>();
        row.put("vessel", EventJson.text(data, "vessel"));
        row.put("series", EventJson.number(data, "series"));
        row.put("channel", EventJson.text(data, "channel"));
        row.put("labels", EventJson.labels(data));
        row.put("quantity", EventJson.text(data, "quantity"));
        row.put("window_start", EventJson.micros(EventJson.time(data, "start")));
        row.put("window_end", EventJson.micros(EventJson.time(data, "end")));
        row.put("kwh", number(data, "kWh"));
        row.put("mean_kw", number(data, "meanKW"));
        row.put("min_kw", data.path("minKW").isNull() ? null : number(data, "minKW"));
        row.put("max_kw", data.path("maxKW").isNull() ? null : number(data, "maxKW"));
        row.put("readings", EventJson.smallNumber(data, "count"));
        row.put("coverage_seconds", EventJson.smallNumber(data, "coverageSeconds"));
        row.put("method", EventJson.text(data, "method"));
        row.put("flags", flags(data));
        row.put("state", EventJson.text(data, "state"));
        row.put("revision", EventJson.smallNumber(data, "revision"));
        EventJson.origin(row, record, EventJson.attribute(record, "id"));
        return List.of(row);
    }

    private static BigDecimal number(JsonNode data, String name) {
        return EventJson.part(data, name, JsonNode::isNumber, "number").decimalValue();
    }

    private static List<String> flags(JsonNode data) {
        List<String> flags = new ArrayList<>();
        for (JsonNode flag : EventJson.array(data, "flags")) {
            flags.add(flag.asText());
        }
        return flags;
    }
}
