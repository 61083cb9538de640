package io.fairlead.telemetry.analytics;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What made a result. */
@Schema(description = "What made the result.", additionalProperties = Schema.False.class)
public record Model(
        @Schema(required = true, pattern = ResultReader.CODE, examples = "isolation-forest") String name,
        @Schema(required = true, pattern = ResultReader.CODE, examples = "2.3.1") String version) {}
