package io.fairlead.telemetry.power;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Fifteen minutes of a vessel's power. */
@Schema(description = "Fifteen minutes of power: from `start`, to and without `end`, which labels the window.")
public record PowerWindow(
        Instant start,
        Instant end,
        @Schema(description = "The energy; 0 where nothing was reported.", examples = "203.125") BigDecimal kWh,
        @Schema(description = "The mean power: the energy divided by a quarter of an hour.", examples = "812.5")
                BigDecimal meanKW,
        @Schema(
                        nullable = true,
                        description =
                                "The least power; the sum of the channels' least. Null where nothing was reported.")
                BigDecimal minKW,
        @Schema(nullable = true, description = "The greatest power; the sum of the channels' greatest.")
                BigDecimal maxKW,
        @Schema(description = "How many readings it was made from.", examples = "3") int count,
        @Schema(
                        description = "How many of its 900 seconds the readings speak for; the least of its channels'.",
                        examples = "900")
                int coverageSeconds,
        @Schema(
                        description = "`revised` when it changed after its end, else `provisional`.",
                        enumeration = {"provisional", "revised"})
                String state,
        @Schema(description = "Grows with each change; 0 where nothing was reported.", examples = "1") int revision) {

    /** A window in which nothing was reported. */
    static PowerWindow empty(Instant start, Instant end) {
        return new PowerWindow(start, end, BigDecimal.ZERO, BigDecimal.ZERO, null, null, 0, 0, "provisional", 0);
    }
}
