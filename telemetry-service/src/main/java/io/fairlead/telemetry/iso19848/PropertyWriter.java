package io.fairlead.telemetry.iso19848;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.core.Computation;
import io.fairlead.telemetry.reading.Channel;
import io.fairlead.telemetry.reading.Quantity;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/**
 * Writes what a data channel list says of a channel: what the vessel's own list said, completed by what the standard
 * asks for. Numbers that a list brought as texts become numbers.
 */
@Computation
final class PropertyWriter {

    private static final BigDecimal MOST_POWER = BigDecimal.valueOf(1_000_000_000L);
    private static final BigDecimal MOST = BigDecimal.valueOf(Double.MAX_VALUE);
    private static final Set<String> NUMBERS = Set.of(
            "UpdateCycle",
            "CalculationPeriod",
            "High",
            "Low",
            "FractionDigits",
            "Length",
            "MaxExclusive",
            "MaxInclusive",
            "MaxLength",
            "MinExclusive",
            "MinInclusive",
            "MinLength",
            "TotalDigits");

    private PropertyWriter() {}

    /**
     * The property of a channel.
     *
     * @param declared what a list said of it, or null
     */
    static ObjectNode write(Channel channel, JsonNode declared) {
        ObjectNode property =
                declared instanceof ObjectNode own ? own.deepCopy() : JsonNodeFactory.instance.objectNode();
        numbers(property);
        ObjectNode type = object(property, "DataChannelType");
        if (!type.path("Type").isTextual()) {
            type.put("Type", type(channel.quantity()));
        }
        ObjectNode format = object(property, "Format");
        if (!format.path("Type").isTextual()) {
            format.put("Type", channel.hasWindows() ? "Decimal" : "String");
        }
        boolean decimal = format.path("Type").asText().equals("Decimal");
        if (channel.unit() != null || decimal) {
            object(property, "Unit").put("UnitSymbol", channel.unit() == null ? "1" : channel.unit());
        }
        if (decimal && !property.path("Range").isObject()) {
            object(property, "Range")
                    .put("Low", channel.hasWindows() ? BigDecimal.ZERO : MOST.negate())
                    .put("High", channel.hasWindows() ? MOST_POWER : MOST);
        }
        return property;
    }

    private static String type(Quantity quantity) {
        return switch (quantity) {
            case POWER -> "Average";
            case ENERGY -> "Calculated";
            case OTHER -> "Inst";
        };
    }

    private static ObjectNode object(ObjectNode parent, String name) {
        return parent.path(name) instanceof ObjectNode member ? member : parent.putObject(name);
    }

    private static void numbers(ObjectNode node) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (member.getValue() instanceof ObjectNode inner) {
                numbers(inner);
            } else if (NUMBERS.contains(member.getKey()) && member.getValue().isTextual()) {
                member.setValue(number(member.getValue()));
            }
        }
    }

    private static JsonNode number(JsonNode text) {
        try {
            return text.asText().length() > 100 ? text : DecimalNode.valueOf(new BigDecimal(text.asText()));
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
