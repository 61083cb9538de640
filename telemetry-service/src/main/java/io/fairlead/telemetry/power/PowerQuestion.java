package io.fairlead.telemetry.power;

import io.fairlead.core.paging.Paging;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.telemetry.reading.TimeRange;
import io.fairlead.telemetry.window.Interval;
import io.fairlead.telemetry.window.RollUp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is asked about a vessel's power.
 *
 * @param range the time asked for
 * @param rollUp the intervals asked for
 * @param from where this page begins: the start, or where an earlier page ended
 * @param limit at most this many intervals
 */
record PowerQuestion(TimeRange range, RollUp rollUp, Instant from, int limit) {

    private static final Duration LONGEST_RANGE = Duration.ofDays(366);

    /**
     * The question that query parameters make.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming each that is missing or unfit
     */
    static PowerQuestion of(String start, String end, String interval, String zone, Paging paging) {
        List<FieldError> errors = new ArrayList<>();
        if (Arrays.stream(Interval.values()).noneMatch(known -> known.name().equals(interval))) {
            errors.add(FieldError.query("interval", "The interval must be PT15M, PT1H, P1D or P1M."));
        }
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            errors.add(FieldError.query("zone", "This is no time zone of the IANA database, such as Europe/Oslo."));
        }
        if (!errors.isEmpty()) {
            throw Problems.badRequest(errors);
        }
        TimeRange range = TimeRange.required(start, end);
        if (Duration.between(range.start(), range.end()).compareTo(LONGEST_RANGE) > 0) {
            throw Problems.badRequest(FieldError.query("end", "The end may be at most 366 days after the start."));
        }
        Instant from = paging.after(2).map(key -> place(key, interval, range)).orElse(range.start());
        return new PowerQuestion(range, new RollUp(Interval.valueOf(interval), ZoneId.of(zone)), from, paging.limit());
    }

    /** The sort key of the page that begins here. */
    List<String> key(Instant place) {
        return List.of(rollUp.interval().name(), place.toString());
    }

    private static Instant place(List<String> key, String interval, TimeRange range) {
        Instant place =
                key.get(0).equals(interval) ? TimeRange.instant(key.get(1)).orElse(null) : null;
        if (place == null || place.isBefore(range.start()) || !place.isBefore(range.end())) {
            throw Paging.badCursor();
        }
        return place;
    }
}
