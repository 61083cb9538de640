package io.fairlead.core.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.fairlead.core.time.Rfc3339;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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

    /** Last of all: of two modules that read a type the later one wins, and the platform's reads counted seconds. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

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
        json.coercionConfigFor(LogicalType.DateTime).setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        json.coercionConfigFor(LogicalType.Enum).setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        json.registerModule(new SimpleModule("strict")
                .addDeserializer(Instant.class, new WrittenValue<>(Instant.class, Rfc3339::parse))
                .addDeserializer(Duration.class, new WrittenValue<>(Duration.class, Duration::parse))
                .addDeserializer(LocalDate.class, new WrittenValue<>(LocalDate.class, LocalDate::parse))
                .addDeserializer(String.class, new StorableText())
                .addDeserializer(JsonNode.class, new StorableTree<>(JsonNode.class))
                .addDeserializer(ObjectNode.class, new StorableTree<>(ObjectNode.class))
                .addDeserializer(ArrayNode.class, new StorableTree<>(ArrayNode.class))
                .addDeserializer(Integer.class, new WholeNumber<>(Integer.class, Math::toIntExact))
                .addDeserializer(Integer.TYPE, new WholeNumber<>(Integer.TYPE, Math::toIntExact))
                .addDeserializer(Long.class, new WholeNumber<>(Long.class, number -> number))
                .addDeserializer(Long.TYPE, new WholeNumber<>(Long.TYPE, number -> number)));
    }
}
