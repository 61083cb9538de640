package io.fairlead.telemetry.power;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.window.QuarterHours;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A vessel's power by 15 minutes, as asked for. */
@Computation
@Schema(description = "A vessel's power by 15 minutes.")
public record VesselPower(
        @Schema(examples = "MV102") String vessel,
        @Schema(description = "As asked for.") Instant start,
        @Schema(description = "As asked for.") Instant end,
        @Schema(nullable = true, description = "What there is at all; null when nothing was ever reported.")
                Available available,
        @Schema(
                        description =
                                "Every window of the available range that the asked range touches, in order. Where"
                                        + " nothing was reported the energy is 0 and so is the coverage.")
                List<PowerWindow> windows) {

    /** The time from the first window to the last that there is. */
    public record Available(Instant start, Instant end) {}

    /**
     * The answer to a question, gaps filled.
     *
     * @param available what there is at all, or null
     * @param known the windows with readings in the range, in any order
     */
    static VesselPower of(String vessel, Instant start, Instant end, Available available, List<PowerWindow> known) {
        if (available == null) {
            return new VesselPower(vessel, start, end, null, List.of());
        }
        Map<Instant, PowerWindow> byEnd =
                known.stream().collect(Collectors.toMap(PowerWindow::end, Function.identity()));
        long first = Math.max(QuarterHours.nanos(start), QuarterHours.nanos(available.start()));
        long last = Math.min(QuarterHours.nanos(end), QuarterHours.nanos(available.end()));
        List<PowerWindow> windows = new ArrayList<>();
        for (long from = QuarterHours.startOf(first); from < last; from += QuarterHours.LENGTH) {
            Instant windowEnd = QuarterHours.instant(from + QuarterHours.LENGTH);
            PowerWindow window = byEnd.get(windowEnd);
            windows.add(window != null ? window : PowerWindow.empty(QuarterHours.instant(from), windowEnd));
        }
        return new VesselPower(vessel, start, end, available, windows);
    }
}
