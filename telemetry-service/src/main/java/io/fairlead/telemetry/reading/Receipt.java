package io.fairlead.telemetry.reading;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a batch, said when it is durable.
 *
 * @param accepted readings that are new, or that correct an earlier value
 * @param duplicate readings that were known already
 * @param rejected readings that cannot be kept; each is on the topic {@code telemetry.rejected} with the reason
 */
@Schema(description = "What became of a batch, said when it is durable.")
public record Receipt(
        @Schema(description = "New readings, and ones that correct an earlier value.", examples = "3") int accepted,
        @Schema(description = "Readings that were known already.", examples = "0") int duplicate,
        @Schema(description = "Readings that cannot be kept; they are on telemetry.rejected.", examples = "0")
                int rejected) {}
