package io.fairlead.fleet.vessel;

import io.fairlead.fleet.CommonEra;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a vessel was last known to be (WGS 84).
 *
 * @param latitude degrees, north is positive
 * @param longitude degrees, east is positive
 * @param time when it was there
 */
@Schema(additionalProperties = Schema.False.class)
public record Position(
        @NotNull @Min(-90) @Max(90) @Schema(description = "Degrees, north is positive.", examples = "59.91")
                Double latitude,
        @NotNull @Min(-180) @Max(180) @Schema(description = "Degrees, east is positive.", examples = "10.75")
                Double longitude,
        @NotNull @CommonEra @Schema(examples = "2026-11-21T06:00:00Z") Instant time) {}
