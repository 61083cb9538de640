package io.fairlead.telemetry.odata.query;

import io.fairlead.telemetry.odata.model.EntitySource;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.olingo.commons.api.edm.EdmEnumType;
import org.apache.olingo.commons.api.edm.EdmPrimitiveType;
import org.apache.olingo.commons.api.edm.EdmPrimitiveTypeException;
import org.apache.olingo.commons.api.edm.EdmPrimitiveTypeKind;
import org.apache.olingo.commons.api.edm.EdmType;
import org.apache.olingo.server.api.uri.UriResource;
import org.apache.olingo.server.api.uri.UriResourcePrimitiveProperty;
import org.apache.olingo.server.api.uri.queryoption.expression.BinaryOperatorKind;
import org.apache.olingo.server.api.uri.queryoption.expression.Expression;
import org.apache.olingo.server.api.uri.queryoption.expression.ExpressionVisitor;
import org.apache.olingo.server.api.uri.queryoption.expression.Literal;
import org.apache.olingo.server.api.uri.queryoption.expression.Member;
import org.apache.olingo.server.api.uri.queryoption.expression.MethodKind;
import org.apache.olingo.server.api.uri.queryoption.expression.UnaryOperatorKind;

/**
 * Turns a filter that was parsed into a condition. Whatever it cannot turn is refused with 501, never left out; a literal
 * that cannot be compared is an {@link IllegalArgumentException}.
 */
final class FilterSql implements ExpressionVisitor<Operand> {

    private final EntitySource set;
    private final Statement statement;

    FilterSql(EntitySource set, Statement statement) {
        this.set = set;
        this.statement = statement;
    }

    @Override
    public Operand visitBinaryOperator(BinaryOperatorKind operator, Operand left, Operand right) {
        if (Comparison.is(operator)) {
            return Comparison.of(operator, left, right);
        }
        return switch (operator) {
            case AND, OR -> condition("(" + truth(left) + " " + operator + " " + truth(right) + ")", left, right);
            default -> throw notSupported("The operator '" + operator + "'");
        };
    }

    @Override
    public Operand visitBinaryOperator(BinaryOperatorKind operator, Operand left, List<Operand> right) {
        if (operator != BinaryOperatorKind.IN) {
            throw notSupported("The operator '" + operator + "'");
        }
        return condition(right.stream()
                .map(value -> Comparison.of(BinaryOperatorKind.EQ, left, value).sql())
                .collect(Collectors.joining(" or ", "(", ")")));
    }

    @Override
    public Operand visitUnaryOperator(UnaryOperatorKind operator, Operand operand) {
        if (operator != UnaryOperatorKind.NOT) {
            throw notSupported("The operator '" + operator + "'");
        }
        return condition("(not " + truth(operand) + ")", operand);
    }

    @Override
    public Operand visitMethodCall(MethodKind method, List<Operand> parameters) {
        return Methods.call(method, parameters).orElseThrow(() -> notSupported("The function '" + method + "'"));
    }

    @Override
    public Operand visitLiteral(Literal literal) {
        if (literal.getType() == null) {
            return Operand.NULL;
        }
        EdmPrimitiveTypeKind type =
                EdmPrimitiveTypeKind.valueOf(literal.getType().getName());
        if (Values.sqlType(type) == null) {
            throw notSupported("A literal of type Edm." + type.name());
        }
        try {
            String text = ((EdmPrimitiveType) literal.getType()).fromUriLiteral(literal.getText());
            return Operand.of(statement.parameter(Values.parse(type, text), type), type, false);
        } catch (EdmPrimitiveTypeException | IllegalArgumentException e) {
            throw new IllegalArgumentException(literal.getText() + " is out of range.", e);
        }
    }

    @Override
    public Operand visitMember(Member member) {
        List<UriResource> path = member.getResourcePath().getUriResourceParts();
        if (path.size() == 1 && path.get(0) instanceof UriResourcePrimitiveProperty property) {
            return Operand.of(set.property(property.getProperty().getName()));
        }
        throw notSupported("A path");
    }

    @Override
    public Operand visitLambdaExpression(String function, String variable, Expression expression) {
        throw notSupported("The operator '" + function + "'");
    }

    @Override
    public Operand visitLambdaReference(String variable) {
        throw notSupported("A lambda expression");
    }

    @Override
    public Operand visitAlias(String name) {
        throw notSupported("A parameter alias");
    }

    @Override
    public Operand visitTypeLiteral(EdmType type) {
        throw notSupported("The name of a type");
    }

    @Override
    public Operand visitEnum(EdmEnumType type, List<String> values) {
        throw notSupported("An enumeration");
    }

    private static Operand condition(String sql, Operand... parts) {
        boolean nullable = List.of(parts).stream().anyMatch(Operand::nullable);
        return Operand.of(sql, EdmPrimitiveTypeKind.Boolean, nullable);
    }

    private static String truth(Operand operand) {
        return operand.isNull() ? "null::boolean" : operand.sql();
    }

    private static RuntimeException notSupported(String what) {
        return new NotSupported(what + " is not supported in $filter.");
    }
}
