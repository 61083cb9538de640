package io.fairlead.telemetry.odata.query;

import io.fairlead.core.Computation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.olingo.commons.api.edm.EdmPrimitiveTypeKind;
import org.apache.olingo.server.api.uri.queryoption.expression.MethodKind;

/** The functions that a filter may use. Parts of a time are those of UTC, in which times are answered. */
@Computation
final class Methods {

    private record Method(String sql, EdmPrimitiveTypeKind type) {}

    private static final Map<MethodKind, Method> ALL = Map.ofEntries(
            method(MethodKind.CONTAINS, "(strpos(%1$s, %2$s) > 0)", EdmPrimitiveTypeKind.Boolean),
            method(MethodKind.STARTSWITH, "starts_with(%1$s, %2$s)", EdmPrimitiveTypeKind.Boolean),
            method(MethodKind.ENDSWITH, "(right(%1$s, length(%2$s)) = %2$s)", EdmPrimitiveTypeKind.Boolean),
            method(MethodKind.TOLOWER, "lower(%1$s)", EdmPrimitiveTypeKind.String),
            method(MethodKind.TOUPPER, "upper(%1$s)", EdmPrimitiveTypeKind.String),
            method(MethodKind.TRIM, "btrim(%1$s)", EdmPrimitiveTypeKind.String),
            method(MethodKind.LENGTH, "length(%1$s)", EdmPrimitiveTypeKind.Int32),
            method(MethodKind.DATE, "(%1$s)::date", EdmPrimitiveTypeKind.Date),
            method(MethodKind.YEAR, "extract(year from %1$s)", EdmPrimitiveTypeKind.Int32),
            method(MethodKind.MONTH, "extract(month from %1$s)", EdmPrimitiveTypeKind.Int32),
            method(MethodKind.DAY, "extract(day from %1$s)", EdmPrimitiveTypeKind.Int32),
            method(MethodKind.HOUR, "extract(hour from %1$s)", EdmPrimitiveTypeKind.Int32),
            method(MethodKind.MINUTE, "extract(minute from %1$s)", EdmPrimitiveTypeKind.Int32),
            method(MethodKind.SECOND, "floor(extract(second from %1$s))", EdmPrimitiveTypeKind.Int32),
            method(MethodKind.NOW, "now()", EdmPrimitiveTypeKind.DateTimeOffset));

    private Methods() {}

    /** What a function gives; empty when there is no such. */
    static Optional<Operand> call(MethodKind kind, List<Operand> parameters) {
        return Optional.ofNullable(ALL.get(kind))
                .map(method -> Operand.of(
                        method.sql()
                                .formatted(
                                        parameters.stream().map(Methods::local).toArray()),
                        method.type(),
                        parameters.stream().anyMatch(Operand::nullable)));
    }

    private static String local(Operand operand) {
        if (operand.isNull()) {
            return "null::text";
        }
        return operand.type() == EdmPrimitiveTypeKind.DateTimeOffset
                ? "(" + operand.value() + " at time zone 'UTC')"
                : operand.value();
    }

    private static Map.Entry<MethodKind, Method> method(MethodKind kind, String sql, EdmPrimitiveTypeKind type) {
        return Map.entry(kind, new Method(sql, type));
    }
}
