package io.fairlead.telemetry.table;

import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;

/** The types of Arrow that columns have. */
final class ArrowTypes {

    static final int INT_BITS = 32;
    static final int LONG_BITS = 64;

    private ArrowTypes() {}

    static ArrowType of(Column.Kind kind) {
        return switch (kind) {
            case TEXT, LABEL -> ArrowType.Utf8.INSTANCE;
            case TIME -> new ArrowType.Timestamp(TimeUnit.NANOSECOND, "UTC");
            case NUMBER -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
            case COUNT -> new ArrowType.Int(LONG_BITS, true);
        };
    }
}
