package io.fairlead.telemetry.odata.query;

import io.fairlead.core.Computation;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.olingo.commons.api.edm.EdmPrimitiveTypeKind;
import org.apache.olingo.server.api.uri.queryoption.expression.BinaryOperatorKind;

/**
 * Comparisons as the protocol defines them: null equals null and nothing else, and no other comparison with null holds, so
 * that its negation does. SQL's own would be neither. What cannot be null is compared plainly, so that indexes help.
 */
@Computation
final class Comparison {

    private static final Map<BinaryOperatorKind, String> OPERATORS = Map.of(
            BinaryOperatorKind.EQ, "=",
            BinaryOperatorKind.NE, "<>",
            BinaryOperatorKind.GT, ">",
            BinaryOperatorKind.GE, ">=",
            BinaryOperatorKind.LT, "<",
            BinaryOperatorKind.LE, "<=");

    private Comparison() {}

    static boolean is(BinaryOperatorKind operator) {
        return OPERATORS.containsKey(operator);
    }

    static Operand of(BinaryOperatorKind operator, Operand left, Operand right) {
        return Operand.of(condition(operator, left, right), EdmPrimitiveTypeKind.Boolean, false);
    }

    private static String condition(BinaryOperatorKind operator, Operand left, Operand right) {
        if (left.isNull() || right.isNull()) {
            return withNull(operator, left, right);
        }
        String plain = left.sql() + " " + OPERATORS.get(operator) + " " + right.against(left);
        if (!left.nullable() && !right.nullable()) {
            return "(" + plain + ")";
        }
        if (operator == BinaryOperatorKind.NE) {
            return "(" + left.value() + " is distinct from " + right.value() + ")";
        }
        if (operator == BinaryOperatorKind.EQ && left.nullable() && right.nullable()) {
            return "(" + left.value() + " is not distinct from " + right.value() + ")";
        }
        String known = Stream.of(left, right)
                .filter(Operand::nullable)
                .map(operand -> operand.value() + " is not null and ")
                .collect(Collectors.joining());
        return "(" + known + plain + ")";
    }

    private static String withNull(BinaryOperatorKind operator, Operand left, Operand right) {
        String other = left.isNull() ? right.value() : left.value();
        return switch (operator) {
            case EQ -> left.isNull() && right.isNull() ? "true" : "(" + other + " is null)";
            case NE -> left.isNull() && right.isNull() ? "false" : "(" + other + " is not null)";
            default -> "false";
        };
    }
}
