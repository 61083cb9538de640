package io.fairlead.fleet;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * Takes a JSON value for what it is: a number is no name, an epoch second no time and {@code 1.5} no whole number. What
 * the document of the API does not allow is refused and never bent into shape.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    private static final List<LogicalType> WRITTEN_AS_TEXT =
            List.of(LogicalType.Textual, LogicalType.DateTime, LogicalType.Enum);
    private static final List<CoercionInputShape> OTHER_SHAPES = List.of(
            CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean, CoercionInputShape.Array);

    @Override
    @SuppressWarnings("deprecation")
    public void customize(ObjectMapper json) {
        json.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        json.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        json.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        for (LogicalType type : WRITTEN_AS_TEXT) {
            OTHER_SHAPES.forEach(shape -> json.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail));
        }
        json.registerModule(new SimpleModule("strict-times").addDeserializer(Instant.class, new WrittenInstant()));
        json.coercionConfigFor(LogicalType.DateTime).setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        json.coercionConfigFor(LogicalType.Enum).setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    }

    /** A time is written as RFC 3339 has it, not counted in seconds. */
    private static final class WrittenInstant extends StdScalarDeserializer<Instant> {

        private static final long serialVersionUID = 1L;

        WrittenInstant() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parser.hasToken(JsonToken.VALUE_STRING)
                    ? InstantDeserializer.INSTANT.deserialize(parser, context)
                    : (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
    }
}
