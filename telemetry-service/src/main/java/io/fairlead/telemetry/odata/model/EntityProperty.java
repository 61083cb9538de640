package io.fairlead.telemetry.odata.model;

import io.fairlead.core.Computation;
import org.apache.olingo.commons.api.edm.EdmPrimitiveTypeKind;

/**
 * A property of an entity, and where in the database it comes from.
 *
 * @param sql the expression that gives it, less {@code minus}
 * @param minus a constant that is subtracted from a time, else null. A comparison moves it to the other side, so that an
 *     index or a partition's bounds still help
 */
@Computation
public record EntityProperty(String name, EdmPrimitiveTypeKind type, String sql, boolean nullable, String minus) {

    /** Decimals of kilowatts and kilowatt-hours: milliwatts, to which windows of power are computed. */
    public static final int SCALE = 6;

    /** Digits of a second that PostgreSQL keeps. */
    public static final int MICROSECONDS = 6;

    static EntityProperty text(String name, String sql) {
        return of(name, EdmPrimitiveTypeKind.String, sql);
    }

    static EntityProperty integer(String name, String sql) {
        return of(name, EdmPrimitiveTypeKind.Int64, sql);
    }

    static EntityProperty decimal(String name, String sql) {
        return of(name, EdmPrimitiveTypeKind.Decimal, "round(" + sql + ", " + SCALE + ")");
    }

    static EntityProperty number(String name, String sql) {
        return of(name, EdmPrimitiveTypeKind.Double, sql);
    }

    static EntityProperty time(String name, String sql) {
        return of(name, EdmPrimitiveTypeKind.DateTimeOffset, sql);
    }

    static EntityProperty day(String name, String sql) {
        return of(name, EdmPrimitiveTypeKind.Date, sql);
    }

    static EntityProperty truth(String name, String sql) {
        return of(name, EdmPrimitiveTypeKind.Boolean, sql);
    }

    /** The same property, which may be null. */
    EntityProperty orNull() {
        return new EntityProperty(name, type, sql, true, minus);
    }

    /** The time that lies before another by a constant. */
    EntityProperty before(String interval) {
        return new EntityProperty(name, type, sql, nullable, "interval '" + interval + "'");
    }

    /** The expression that gives its value. */
    public String value() {
        return minus == null ? sql : sql + " - " + minus;
    }

    private static EntityProperty of(String name, EdmPrimitiveTypeKind type, String sql) {
        return new EntityProperty(name, type, sql, false, null);
    }
}
