package io.fairlead.core.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.Computation;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** JSON as text, the same for the same value: members in the order of their names, a number in its shortest form. */
@Computation
public final class CanonicalJson {

    private CanonicalJson() {}

    /** The text of a tree. */
    public static String text(JsonNode node) {
        StringBuilder text = new StringBuilder();
        write(node, text);
        return text.toString();
    }

    private static void write(JsonNode node, StringBuilder text) {
        if (node.isObject()) {
            writeObject(node, text);
        } else if (node.isArray()) {
            text.append('[');
            for (int i = 0; i < node.size(); i++) {
                write(node.get(i), text.append(i == 0 ? "" : ","));
            }
            text.append(']');
        } else if (node.isTextual()) {
            writeText(node.textValue(), text);
        } else if (node.isNumber()) {
            BigDecimal number = node.decimalValue();
            text.append(number.signum() == 0 ? "0" : number.stripTrailingZeros().toString());
        } else {
            text.append(node.asText());
        }
    }

    private static void writeObject(JsonNode node, StringBuilder text) {
        Map<String, JsonNode> members = new TreeMap<>();
        node.fields().forEachRemaining(member -> members.put(member.getKey(), member.getValue()));
        text.append('{');
        members.forEach((name, value) -> {
            writeText(name, text.append(text.charAt(text.length() - 1) == '{' ? "" : ","));
            write(value, text.append(':'));
        });
        text.append('}');
    }

    private static void writeText(String value, StringBuilder text) {
        text.append('"')
                .append(JsonStringEncoder.getInstance().quoteAsString(value))
                .append('"');
    }
}
