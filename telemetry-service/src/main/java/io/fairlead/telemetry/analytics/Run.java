package io.fairlead.telemetry.analytics;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The run of a model that made a result.
 *
 * @param parameters a JSON object, as text; null if not told
 * @param metrics a JSON object, as text; null if not told
 */
@Schema(description = "The run of the model that made the result.", additionalProperties = Schema.False.class)
public record Run(
        @Schema(
                        required = true,
                        pattern = ResultReader.CODE,
                        description = "Unique for this model and version.",
                        examples = "2026-01-31T05:00:00Z-7f3a")
                String id,
        @JsonRawValue
                @Schema(
                        type = SchemaType.OBJECT,
                        implementation = Object.class,
                        nullable = true,
                        description = "With what the model ran. At most 64 KiB.",
                        examples = "{\"trees\":200}")
                String parameters,
        @JsonRawValue
                @Schema(
                        type = SchemaType.OBJECT,
                        implementation = Object.class,
                        nullable = true,
                        description = "How well it did. At most 64 KiB.",
                        examples = "{\"auc\":0.97}")
                String metrics) {}
