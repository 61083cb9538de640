package io.fairlead.telemetry.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.Computation;
import io.fairlead.core.problem.FieldError;
import java.util.List;
import java.util.Map;

/** Which JSON can be kept: numbers of double precision, no U+0000, not too deep. */
@Computation
final class JsonLimits {

    private static final int DEEPEST = 50;

    private final String at;
    private final List<FieldError> errors;

    JsonLimits(String at, List<FieldError> errors) {
        this.at = at;
        this.errors = errors;
    }

    /** Refuses a tree when it cannot be kept; names the first fault only. */
    void check(JsonNode tree) {
        String fault = fault(tree, 0);
        if (fault != null) {
            errors.add(FieldError.body(at, fault));
        }
    }

    /** What is wrong with a number or text, or null. */
    static String fault(JsonNode value) {
        if (value.isNumber() && !Double.isFinite(value.doubleValue())) {
            return "must hold no number beyond double precision";
        }
        return value.isTextual() && unfit(value.textValue()) ? "must hold no U+0000 or half a surrogate pair" : null;
    }

    private static String fault(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return "must be at most " + DEEPEST + " levels deep";
        }
        for (JsonNode item : node.isArray() ? node : List.<JsonNode>of()) {
            String fault = fault(item, depth + 1);
            if (fault != null) {
                return fault;
            }
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String fault = unfit(member.getKey())
                    ? "must hold no U+0000 or half a surrogate pair"
                    : fault(member.getValue(), depth + 1);
            if (fault != null) {
                return fault;
            }
        }
        return fault(node);
    }

    /** PostgreSQL has no place for U+0000, and half a surrogate pair is no character. */
    private static boolean unfit(String text) {
        return text.codePoints().anyMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
