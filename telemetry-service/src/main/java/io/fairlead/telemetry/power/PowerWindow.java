package io.fairlead.telemetry.power;

import io.fairlead.telemetry.window.RollUp;
import io.fairlead.telemetry.window.WindowFlag;
import io.fairlead.telemetry.window.WindowMethod;
import io.fairlead.telemetry.window.WindowState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One interval of a vessel's power: a window, or the windows of an hour, a day or a month. */
@Schema(
        description =
                "One interval of power, from `start` to `end`, which labels it: a window, or the windows of an hour,"
                        + " a day or a month.")
public record PowerWindow(
        Instant start,
        Instant end,
        @Schema(description = "The energy; 0 where nothing was reported.", examples = "203.125") BigDecimal kWh,
        @Schema(description = "The mean power: the energy divided by the interval's length.", examples = "812.5")
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
                        description = "How many of its seconds the readings speak for; in each window, the least of its"
                                + " channels'.",
                        examples = "900")
                long coverageSeconds,
        @Schema(description = "In how many of its 15-minute windows something was reported.", examples = "1")
                int windowCount,
        @Schema(
                        description =
                                "How many 15-minute windows it has: 1, 4, 92 to 100 for a day where clocks change.",
                        examples = "1")
                int expectedWindowCount,
        @Schema(
                        description = "How its energy was found; several where channels or windows differ.",
                        type = SchemaType.ARRAY)
                List<WindowMethod> methods,
        @Schema(description = "What is odd about it.", type = SchemaType.ARRAY) List<WindowFlag> flags,
        @Schema(
                        description =
                                "`provisional` while one of its windows may well change, `final` when none has"
                                        + " changed for a while after its end, `revised` when late data changed one after that.",
                        type = SchemaType.STRING,
                        enumeration = {"provisional", "final", "revised"})
                WindowState state,
        @Schema(description = "Grows with each change; 0 where nothing was reported.", examples = "1") long revision) {

    /** An interval in which nothing was reported. */
    static PowerWindow empty(Instant start, Instant end) {
        return new PowerWindow(
                start,
                end,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                null,
                0,
                0,
                0,
                RollUp.windows(start, end),
                List.of(),
                List.of(),
                WindowState.PROVISIONAL,
                0);
    }
}
