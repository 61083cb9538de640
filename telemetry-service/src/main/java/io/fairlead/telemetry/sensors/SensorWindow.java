package io.fairlead.telemetry.sensors;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.telemetry.aggregate.Function;
import io.fairlead.telemetry.aggregate.Windows;
import io.fairlead.telemetry.window.QuarterHours;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a channel's numbers come to in one window; functions that were not asked for are left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What numbers come to in one window; functions that were not asked for are left out.")
public record SensorWindow(
        @Schema(required = true, description = "Where it begins.") Instant start,
        @Schema(required = true, description = "Where it ends, exclusive.") Instant end,
        @Schema(description = "How many numbers it holds.", examples = "180") Long count,
        Double mean,
        Double min,
        Double max,
        Double sum,
        @Schema(description = "The earliest.") Double first,
        @Schema(description = "The latest.") Double last) {

    /** The windows that hold a number. */
    static List<SensorWindow> of(Windows windows, long length, List<Function> functions) {
        List<SensorWindow> views = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            if (windows.count(i) > 0) {
                views.add(of(windows, i, length, functions));
            }
        }
        return views;
    }

    private static SensorWindow of(Windows windows, int i, long length, List<Function> functions) {
        return new SensorWindow(
                QuarterHours.instant(windows.start(i)),
                QuarterHours.instant(windows.start(i) + length),
                functions.contains(Function.COUNT) ? windows.count(i) : null,
                value(windows, i, Function.MEAN, functions),
                value(windows, i, Function.MIN, functions),
                value(windows, i, Function.MAX, functions),
                value(windows, i, Function.SUM, functions),
                value(windows, i, Function.FIRST, functions),
                value(windows, i, Function.LAST, functions));
    }

    private static Double value(Windows windows, int i, Function function, List<Function> wanted) {
        return wanted.contains(function) ? windows.value(i, function) : null;
    }
}
