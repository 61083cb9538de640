package io.fairlead.job.trigger;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.core.Computation;
import java.util.ArrayList;
import java.util.List;

/** Inputs in which an object {@code {"$event": "/pointer"}} stands for a part of what happened (RFC 6901). */
@Computation
final class InputTemplate {

    private static final String REFERENCE = "$event";
    private static final String DEFAULT = "default";

    private InputTemplate() {}

    /** Whether any part depends on what happened. */
    static boolean hasReferences(JsonNode template) {
        return template.has(REFERENCE) || parts(template).stream().anyMatch(InputTemplate::hasReferences);
    }

    /** What is wrong with the references; empty when nothing is. Inputs have names, so they cannot be one reference together. */
    static List<String> errors(ObjectNode template) {
        return template.has(REFERENCE)
                ? List.of("$event may stand for an input or a part of one, not for all inputs.")
                : errors((JsonNode) template);
    }

    private static List<String> errors(JsonNode template) {
        List<String> errors = new ArrayList<>();
        if (template.has(REFERENCE)) {
            if (!template.get(REFERENCE).isTextual()
                    || !isPointer(template.get(REFERENCE).textValue())) {
                errors.add(template.get(REFERENCE) + " is no JSON pointer.");
            }
            if (template.size() > (template.has(DEFAULT) ? 2 : 1)) {
                errors.add("Beside $event there may be a default and nothing else.");
            }
        } else {
            parts(template).forEach(part -> errors.addAll(errors(part)));
        }
        return errors;
    }

    /** Whether a text is a JSON pointer. */
    static boolean isPointer(String text) {
        try {
            JsonPointer.compile(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * The inputs.
     *
     * @throws IllegalArgumentException naming a pointer where there is nothing
     */
    static ObjectNode fill(ObjectNode template, JsonNode event) {
        ObjectNode filled = JsonNodeFactory.instance.objectNode();
        template.properties().forEach(member -> filled.set(member.getKey(), part(member.getValue(), event)));
        return filled;
    }

    private static JsonNode part(JsonNode template, JsonNode event) {
        if (template.has(REFERENCE)) {
            JsonNode found = event.at(template.get(REFERENCE).textValue());
            if (found.isMissingNode() && !template.has(DEFAULT)) {
                throw new IllegalArgumentException(
                        "There is nothing at " + template.get(REFERENCE).textValue() + ".");
            }
            return found.isMissingNode() ? template.get(DEFAULT) : found;
        }
        if (template.isObject()) {
            return fill((ObjectNode) template, event);
        }
        if (template.isArray()) {
            ArrayNode filled = JsonNodeFactory.instance.arrayNode();
            template.forEach(item -> filled.add(part(item, event)));
            return filled;
        }
        return template;
    }

    private static List<JsonNode> parts(JsonNode template) {
        List<JsonNode> parts = new ArrayList<>();
        template.forEach(parts::add);
        return parts;
    }
}
