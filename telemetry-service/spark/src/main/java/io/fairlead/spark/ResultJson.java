package io.fairlead.spark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;

/** The data of {@code analytics.result.published}. */
final class ResultJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VERSION = "1";

    private ResultJson() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static ArrayNode array() {
        return JSON.createArrayNode();
    }

    /**
     * A result about a vessel without its type and value, which the caller puts in.
     *
     * @param run what of the model's work it is: the same run makes the same result
     * @param parameters how the run was set
     */
    static ObjectNode of(
            String name,
            String vessel,
            Instant start,
            Instant end,
            String model,
            String run,
            Map<String, String> parameters) {
        ObjectNode result = object();
        result.put("name", name);
        result.put("vessel", vessel);
        result.put("start", start.toString());
        result.put("end", end.toString());
        result.putObject("model").put("name", model).put("version", VERSION);
        ObjectNode made = result.putObject("run");
        made.put("id", run);
        ObjectNode set = made.putObject("parameters");
        parameters.forEach(set::put);
        return result;
    }

    static String text(ObjectNode result) {
        try {
            return JSON.writeValueAsString(result);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
