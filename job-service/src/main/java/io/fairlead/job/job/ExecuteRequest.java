package io.fairlead.job.job;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.job.subscriber.Subscriber;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The standard's execute request: what a process is given and how it is to answer. */
@Schema(
        additionalProperties = Schema.False.class,
        examples =
                """
                {"inputs":{"message":"ahoy"},"outputs":{"echo":{"transmissionMode":"value"}},"response":"document"}""")
public record ExecuteRequest(
        @Schema(
                        type = SchemaType.OBJECT,
                        implementation = Object.class,
                        description =
                                "The process's inputs by their names, as its description says. An input may also be "
                                        + "qualified: `{\"value\": …, \"mediaType\": \"application/json\"}`.")
                ObjectNode inputs,
        @Schema(nullable = true, description = "Which outputs are wanted; all if absent or empty.")
                Map<String, OutputChoice> outputs,
        @Schema(
                        nullable = true,
                        defaultValue = "raw",
                        description =
                                "`raw`: a single output comes as it is, several as `multipart/related`. `document`: "
                                        + "all come in one JSON object.")
                Delivery response,
        @Schema(nullable = true) Subscriber subscriber) {

    public ExecuteRequest {
        inputs = inputs == null ? JsonNodeFactory.instance.objectNode() : inputs;
        outputs = outputs == null ? Map.of() : new LinkedHashMap<>(outputs);
        response = response == null ? Delivery.RAW : response;
    }

    /** How one output is wanted. */
    @Schema(additionalProperties = Schema.False.class)
    public record OutputChoice(
            @Schema(nullable = true, defaultValue = "value", description = "Only by value.")
                    Transmission transmissionMode,
            @Schema(
                            nullable = true,
                            type = SchemaType.OBJECT,
                            implementation = Object.class,
                            description = "Ignored: each output has one format, which its description names.")
                    JsonNode format) {}

    /** How outputs may be transmitted. */
    public enum Transmission {
        VALUE;

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the results look like. */
    public enum Delivery {
        RAW,
        DOCUMENT;

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
