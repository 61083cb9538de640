package io.fairlead.telemetry.window;

import io.fairlead.core.Computation;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Divides time into intervals of one length as a clock and a calendar on the wall show them, without gap or overlap
 * whatever the zone does: a day has 92, 96 or 100 windows. A window belongs to the interval in which it starts.
 *
 * @param zone whose hours, days and months
 */
@Computation
public record RollUp(Interval interval, ZoneId zone) {

    private static final long HOUR = 3600;

    /** The start of the interval that holds this time. */
    public Instant startOf(Instant time) {
        Instant start = floor(time);
        // Where the clock goes back over an interval's start, the local time alone would name the earlier one again.
        for (Instant next = next(start); !next.isAfter(time); next = next(start)) {
            start = next;
        }
        return start;
    }

    /** The end of the interval that starts here, which is the start of the next. */
    public Instant next(Instant start) {
        ZonedDateTime local = start.atZone(zone);
        return switch (interval) {
            case PT15M -> start.plusSeconds(QuarterHours.LENGTH / 1_000_000_000L);
            case PT1H -> nextHour(start);
            case P1D -> local.toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
            case P1M -> local.toLocalDate()
                    .withDayOfMonth(1)
                    .plusMonths(1)
                    .atStartOfDay(zone)
                    .toInstant();
        };
    }

    /** How many windows an interval has, reported or not. */
    public static int windows(Instant start, Instant end) {
        return (int) (ceiling(end) - ceiling(start));
    }

    private Instant floor(Instant time) {
        ZonedDateTime local = time.atZone(zone);
        return switch (interval) {
            case PT15M -> QuarterHours.instant(QuarterHours.startOf(QuarterHours.nanos(time)));
            case PT1H -> local.truncatedTo(ChronoUnit.HOURS).toInstant();
            case P1D -> local.toLocalDate().atStartOfDay(zone).toInstant();
            case P1M -> local.toLocalDate().withDayOfMonth(1).atStartOfDay(zone).toInstant();
        };
    }

    /** The next full hour on the wall; one that a shift of the clock stretches or cuts is an hour all the same. */
    private Instant nextHour(Instant start) {
        Instant next = start;
        Instant floor;
        do {
            next = next.plusSeconds(HOUR);
            floor = next.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
        } while (!floor.isAfter(start));
        return floor;
    }

    private static long ceiling(Instant time) {
        return -Math.floorDiv(-QuarterHours.nanos(time), QuarterHours.LENGTH);
    }
}
