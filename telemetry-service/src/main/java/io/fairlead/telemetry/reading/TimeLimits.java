package io.fairlead.telemetry.reading;

import io.fairlead.core.Computation;
import io.fairlead.core.time.Rfc3339;
import io.fairlead.telemetry.window.EnergyReports;
import io.fairlead.telemetry.window.QuarterHours;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Which times a reading may have.
 *
 * @param earliest no reading is older than this
 * @param latest none is newer: ships' clocks may run ahead a little, but not far
 */
@Computation
public record TimeLimits(Instant earliest, Instant latest) {

    /** What is wrong with an interval between two such times, or null when nothing is. */
    public static String intervalFault(long start, long end) {
        if (end <= start) {
            return "The end must be after the start.";
        }
        return end - start > EnergyReports.LONGEST.toNanos()
                ? "An interval is at most " + EnergyReports.LONGEST.toDays() + " days long."
                : null;
    }

    /**
     * The time that a text says, in nanoseconds since 1970.
     *
     * @param text RFC 3339 with an offset
     * @param refuse told what is wrong with it
     * @return null when something is wrong
     */
    public Long nanos(String text, Consumer<String> refuse) {
        if (text == null || text.isBlank()) {
            refuse.accept("A time is missing.");
            return null;
        }
        try {
            Instant time = Rfc3339.parse(text);
            if (time.isBefore(earliest) || time.isAfter(latest)) {
                refuse.accept("The time must lie between " + earliest + " and " + latest + ".");
                return null;
            }
            return QuarterHours.nanos(time);
        } catch (DateTimeException e) {
            refuse.accept("This is no time with an offset, such as 2026-01-31T04:15:00Z.");
            return null;
        }
    }
}
