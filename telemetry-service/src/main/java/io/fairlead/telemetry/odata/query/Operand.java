package io.fairlead.telemetry.odata.query;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.odata.model.EntityProperty;
import org.apache.olingo.commons.api.edm.EdmPrimitiveTypeKind;

/**
 * A part of a condition.
 *
 * @param sql the expression that gives it, less {@code minus}
 * @param type of its value; null for the literal null
 * @param minus a constant that is subtracted from a time, else null
 */
@Computation
record Operand(String sql, EdmPrimitiveTypeKind type, boolean nullable, String minus) {

    static final Operand NULL = new Operand("null", null, true, null);

    static Operand of(EntityProperty property) {
        return new Operand(property.sql(), property.type(), property.nullable(), property.minus());
    }

    static Operand of(String sql, EdmPrimitiveTypeKind type, boolean nullable) {
        return new Operand(sql, type, nullable, null);
    }

    boolean isNull() {
        return type == null;
    }

    /** The expression that gives its value. */
    String value() {
        return minus == null ? sql : "(" + sql + " - " + minus + ")";
    }

    /** What it is compared with when {@code other} loses its constant: it gets it. */
    String against(Operand other) {
        return other.minus == null ? value() : "(" + value() + " + " + other.minus + ")";
    }
}
