package io.fairlead.job.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.fairlead.core.json.Storable;
import io.fairlead.core.problem.FieldError;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Checks inputs against their JSON Schema and names each that is wrong by its pointer in the request. */
public final class InputCheck {

    private static final String INPUTS = "/inputs";
    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .formatAssertionsEnabled(true)
            .locale(Locale.ENGLISH)
            .build();

    private final JsonSchema schema;

    InputCheck(ObjectNode schema) {
        this.schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema, CONFIG);
    }

    List<FieldError> errors(ObjectNode inputs) {
        Stream<FieldError> bySchema = schema.validate(inputs).stream().map(InputCheck::error);
        return Stream.concat(bySchema, unstorable(INPUTS, inputs)).toList();
    }

    private static FieldError error(ValidationMessage message) {
        String pointer = INPUTS + message.getInstanceLocation();
        return switch (message.getType()) {
            case "required" -> FieldError.body(child(pointer, message.getProperty()), "is required");
            case "additionalProperties" -> FieldError.body(child(pointer, message.getProperty()), "is no input");
            default -> FieldError.body(pointer, message.getError());
        };
    }

    /** A trigger fills inputs with what no reader of JSON looked at, such as a record's key. */
    private static Stream<FieldError> unstorable(String pointer, JsonNode value) {
        if (value.isTextual()) {
            return unstorable(pointer, value.textValue());
        }
        if (value.isArray()) {
            return Stream.iterate(0, i -> i < value.size(), i -> i + 1)
                    .flatMap(i -> unstorable(pointer + "/" + i, value.get(i)));
        }
        return value.properties().stream()
                .flatMap(field -> Stream.concat(
                        unstorable(child(pointer, field.getKey()), field.getKey()),
                        unstorable(child(pointer, field.getKey()), field.getValue())));
    }

    private static Stream<FieldError> unstorable(String pointer, String text) {
        return Storable.is(text) ? Stream.empty() : Stream.of(FieldError.body(pointer, Storable.MESSAGE));
    }

    private static String child(String pointer, String name) {
        return pointer + step(name);
    }

    /** A field's name as a step of a JSON pointer. */
    public static String step(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
