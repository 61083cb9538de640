package io.fairlead.telemetry.export;

import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of an export as the API shows it. */
@Schema(description = "One file of an export: one vessel's rows of a time span.")
public record ExportPart(
        @Schema(required = true, description = "From 1 on.", examples = "1") int number,
        @Schema(required = true, description = "Where it is fetched.") URI url,
        @Schema(required = true, examples = "MV102") String vessel,
        @Schema(required = true) Instant start,
        @Schema(required = true, description = "Exclusive.") Instant end,
        @Schema(required = true, description = "About how many rows it has.") long estimatedRows) {}
