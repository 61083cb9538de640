package io.fairlead.telemetry.power;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.window.Closed;
import io.fairlead.telemetry.window.Interval;
import io.fairlead.telemetry.window.WindowMethod;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of a vessel's power by intervals, as asked for. */
@Computation
@Schema(description = "A vessel's power by intervals; one page of them.")
public record VesselPower(
        @Schema(examples = "MV102") String vessel,
        @Schema(description = "As asked for.") Instant start,
        @Schema(description = "As asked for.") Instant end,
        @Schema(
                        description = "The length of the intervals below.",
                        type = SchemaType.STRING,
                        enumeration = {"PT15M", "PT1H", "P1D", "P1M"})
                Interval interval,
        @Schema(description = "Whose hours, days and months they are.", examples = "Europe/Oslo") String zone,
        @Schema(
                        description = "Which end belongs to a 15-minute window: with `left` a reading at 4:15 is in the"
                                + " window that ends at 4:30, with `right` in the one that ends at 4:15. A setting of"
                                + " this deployment.",
                        type = SchemaType.STRING,
                        enumeration = {"left", "right"})
                Closed closed,
        @Schema(
                        description = "How readings of power become energy in this deployment.",
                        type = SchemaType.STRING,
                        enumeration = {"mean", "time-weighted"})
                WindowMethod method,
        @Schema(nullable = true, description = "What there is at all; null when nothing was ever reported.")
                Available available,
        @Schema(
                        description =
                                "Every interval of the available range that the asked range touches, whole and in order."
                                        + " Where nothing was reported the energy is 0 and so is the coverage.")
                List<PowerWindow> windows,
        @Schema(nullable = true, description = "The cursor of the next page; null after the last.") String next) {

    /** The time from the first window to the last that there is. */
    public record Available(Instant start, Instant end) {}
}
