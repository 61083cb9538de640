package io.fairlead.job.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * Takes the standard's qualified values apart: an input may come as an object that holds the value and says of which media
 * type, encoding or schema it is. All inputs here are JSON, so only the value is kept.
 */
final class QualifiedInputs {

    private static final String VALUE = "value";
    private static final Set<String> QUALIFIERS = Set.of("mediaType", "encoding", "schema", "format");

    private QualifiedInputs() {}

    /** The inputs with each qualified one replaced by its value. */
    static ObjectNode plain(ObjectNode inputs) {
        ObjectNode plain = JsonNodeFactory.instance.objectNode();
        inputs.fields().forEachRemaining(input -> plain.set(input.getKey(), value(input.getValue())));
        return plain;
    }

    private static JsonNode value(JsonNode input) {
        return isQualified(input) ? input.get(VALUE) : input;
    }

    private static boolean isQualified(JsonNode input) {
        return input.isObject()
                && input.has(VALUE)
                && input.properties().stream()
                        .allMatch(field -> field.getKey().equals(VALUE) || QUALIFIERS.contains(field.getKey()));
    }
}
