package io.fairlead.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** JSON as plain texts. */
final class Texts {

    private Texts() {}

    /** A value in one line: nothing for null, a list with commas, an object as JSON. */
    static String of(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (value.isArray() && !holdsContainers(value)) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(Texts::of)
                    .collect(Collectors.joining(", "));
        }
        return value.isContainerNode() ? value.toString() : value.asText();
    }

    /** The values of an object under their names; those of objects in it under names with dots. */
    static Map<String, String> flat(JsonNode object) {
        Map<String, String> flat = new LinkedHashMap<>();
        collect("", object, flat);
        return flat;
    }

    private static void collect(String prefix, JsonNode object, Map<String, String> into) {
        object.properties().forEach(member -> {
            String name = prefix + member.getKey();
            if (member.getValue().isObject()) {
                collect(name + ".", member.getValue(), into);
            } else {
                into.put(name, of(member.getValue()));
            }
        });
    }

    private static boolean holdsContainers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).anyMatch(JsonNode::isContainerNode);
    }
}
