package io.fairlead.telemetry.odata.query;

import io.fairlead.core.Computation;
import io.fairlead.core.json.Storable;
import io.fairlead.telemetry.odata.model.EntityProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.olingo.commons.api.edm.EdmPrimitiveTypeException;
import org.apache.olingo.commons.api.edm.EdmPrimitiveTypeKind;
import org.apache.olingo.commons.core.edm.primitivetype.EdmPrimitiveTypeFactory;

/** Values of properties: as texts in addresses and tokens, and as PostgreSQL takes them. */
@Computation
final class Values {

    /** Which of PostgreSQL's types stands for which of the protocol's; others are in no table here. */
    private static final Map<EdmPrimitiveTypeKind, String> TYPES = Map.of(
            EdmPrimitiveTypeKind.String, "text",
            EdmPrimitiveTypeKind.SByte, "bigint",
            EdmPrimitiveTypeKind.Byte, "bigint",
            EdmPrimitiveTypeKind.Int16, "bigint",
            EdmPrimitiveTypeKind.Int32, "bigint",
            EdmPrimitiveTypeKind.Int64, "bigint",
            EdmPrimitiveTypeKind.Decimal, "numeric",
            EdmPrimitiveTypeKind.Double, "double precision",
            EdmPrimitiveTypeKind.DateTimeOffset, "timestamptz",
            EdmPrimitiveTypeKind.Date, "date");

    private static final int FIRST_YEAR = -4000;
    private static final int LAST_YEAR = 9999;

    private Values() {}

    /** The type of PostgreSQL's, or null where values of this type are compared with nothing. */
    static String sqlType(EdmPrimitiveTypeKind type) {
        return type == EdmPrimitiveTypeKind.Boolean ? "boolean" : TYPES.get(type);
    }

    /**
     * Reads a value as an address writes it, less quotation marks.
     *
     * @throws IllegalArgumentException when it is none of this type, or beyond what can be compared
     */
    static Object parse(EdmPrimitiveTypeKind type, String text) {
        try {
            return switch (sqlType(type)) {
                case "text" -> storable(text);
                case "boolean" -> typed(type, text, Boolean.class);
                case "bigint" -> Long.valueOf(text);
                case "numeric" -> new BigDecimal(text);
                case "double precision" -> typed(type, text, Double.class);
                case "timestamptz" -> known(typed(type, text, Instant.class).atOffset(ZoneOffset.UTC));
                default -> known(LocalDate.parse(text).atTime(OffsetDateTime.MIN.toOffsetTime()))
                        .toLocalDate();
            };
        } catch (EdmPrimitiveTypeException | RuntimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no value of type Edm." + type.name() + ".", e);
        }
    }

    /** Writes a value so that {@link #parse} reads the same. */
    static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static <T> T typed(EdmPrimitiveTypeKind type, String text, Class<T> result)
            throws EdmPrimitiveTypeException {
        return EdmPrimitiveTypeFactory.getInstance(type)
                .valueOfString(text, false, null, EntityProperty.MICROSECONDS, null, null, result);
    }

    private static String storable(String text) {
        if (!Storable.is(text)) {
            throw new IllegalArgumentException(Storable.MESSAGE);
        }
        return text;
    }

    private static OffsetDateTime known(OffsetDateTime time) {
        if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("a year far away");
        }
        return time;
    }
}
