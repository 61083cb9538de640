package io.fairlead.telemetry.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.core.Computation;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Writes server-sent events. */
@Computation
final class LiveEvent {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int RECONNECT_MILLIS = 2000;

    private LiveEvent() {}

    /** Keeps proxies from closing a quiet stream, and says how soon to come back. */
    static byte[] alive() {
        return bytes(":alive\nretry: " + RECONNECT_MILLIS + "\n\n");
    }

    /** Tells that what follows the client's last event is not there, so that it has to read again. */
    static byte[] reset(long offset) {
        return bytes("event: reset\nid: " + offset + "\ndata: {}\n\n");
    }

    /**
     * The readings of a batch, channel by channel; nothing when none is wanted.
     *
     * @param channels only channels of these names; empty for all
     */
    static byte[] readings(LiveBatch batch, Set<String> channels) {
        ArrayNode found = JSON.arrayNode();
        for (JsonNode table : batch.content().path("tables")) {
            for (int column = 0; column < table.path("channels").size(); column++) {
                JsonNode channel = table.path("channels").get(column);
                if (channels.isEmpty()
                        || channels.contains(channel.path("channel").asText())) {
                    ObjectNode own = found.addObject();
                    own.set("channel", channel(channel));
                    own.set("readings", readings(table.path("rows"), column));
                }
            }
        }
        if (found.isEmpty()) {
            return new byte[0];
        }
        ObjectNode data = JSON.objectNode();
        data.set("vessel", batch.content().path("vessel"));
        data.set("channels", found);
        return bytes("event: readings\nid: " + batch.offset() + "\ndata: " + data + "\n\n");
    }

    /** A channel in the shape of the API. */
    private static ObjectNode channel(JsonNode channel) {
        ObjectNode view = JSON.objectNode();
        view.put("id", channel.path("id").asText());
        view.set("name", channel.path("channel"));
        view.set("labels", channel.path("labels"));
        view.set("quantity", channel.path("quantity"));
        if (!channel.path("unit").isNull()) {
            view.set("unit", channel.path("unit"));
        }
        return view;
    }

    private static ArrayNode readings(JsonNode rows, int column) {
        ArrayNode readings = JSON.arrayNode();
        for (JsonNode row : rows) {
            ObjectNode reading = readings.addObject();
            reading.set("time", row.path("time"));
            if (row.has("start")) {
                reading.set("start", row.path("start"));
            }
            JsonNode value = row.path("values").path(column);
            reading.set(value.isTextual() ? "text" : "value", value);
            JsonNode quality = row.path("qualities").path(column);
            if (quality.isTextual()) {
                reading.set("quality", quality);
            }
        }
        return readings;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
