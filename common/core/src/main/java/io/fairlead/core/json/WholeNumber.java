package io.fairlead.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.LongFunction;

/** A number without a fraction, however it is written: {@code 12}, {@code 12.0} and {@code 1.2e1} are the same. */
final class WholeNumber<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final transient LongFunction<T> narrowing;

    WholeNumber(Class<T> type, LongFunction<T> narrowing) {
        super(type);
        this.narrowing = narrowing;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_NUMBER_INT) || parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
            BigDecimal number = parser.getDecimalValue();
            try {
                return narrowing.apply(number.longValueExact());
            } catch (ArithmeticException e) {
                return (T) context.handleWeirdNumberValue(handledType(), number, "not a whole number of this size");
            }
        }
        return (T) context.handleUnexpectedToken(handledType(), parser);
    }

    /** A primitive type has no null. */
    @Override
    @SuppressWarnings("unchecked")
    public T getNullValue(DeserializationContext context) throws JsonMappingException {
        if (!handledType().isPrimitive()) {
            return null;
        }
        return context.isEnabled(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                ? context.reportInputMismatch(this, "null is no number")
                : narrowing.apply(0);
    }
}
