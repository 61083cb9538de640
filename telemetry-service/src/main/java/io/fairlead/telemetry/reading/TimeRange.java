package io.fairlead.telemetry.reading;

import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.core.time.Rfc3339;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The time that a question is about, read from its query parameters {@code start} and {@code end}.
 *
 * @param start where it begins
 * @param end where it ends, exclusive
 */
public record TimeRange(Instant start, Instant end) {

    /** All that a reading's time can be. */
    private static final Instant FIRST = LocalDate.EPOCH.atStartOfDay().toInstant(ZoneOffset.UTC);

    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    /** What is wrong with a time that {@link #allows} refuses. */
    public static final String UNFIT = "The time must lie between " + FIRST + " and " + LAST + ".";

    /**
     * The range that both parameters give.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming each that is missing or unfit
     */
    public static TimeRange required(String start, String end) {
        List<FieldError> errors = new ArrayList<>();
        Instant from = time("start", start, errors);
        Instant to = time("end", end, errors);
        return checked(from, to, errors);
    }

    /** The range that the parameters give; a missing one does not limit it. */
    public static TimeRange optional(String start, String end) {
        List<FieldError> errors = new ArrayList<>();
        Instant from = start == null ? FIRST : time("start", start, errors);
        Instant to = end == null ? LAST : time("end", end, errors);
        return checked(from, to, errors);
    }

    /** Whether a question may name this time. */
    public static boolean allows(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }

    /** The time that a text says, in UTC; nothing when it is none. */
    public static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Rfc3339.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static TimeRange checked(Instant from, Instant to, List<FieldError> errors) {
        if (from != null && to != null && !from.isBefore(to)) {
            errors.add(FieldError.query("end", "The end must be after the start."));
        }
        if (!errors.isEmpty()) {
            throw Problems.badRequest(errors);
        }
        return new TimeRange(from, to);
    }

    private static Instant time(String name, String text, List<FieldError> errors) {
        if (text == null || text.isBlank()) {
            errors.add(FieldError.query(name, "This parameter is needed: a time such as 2026-01-31T04:15:00Z."));
            return null;
        }
        try {
            // A plus sign that was not encoded arrives as a space.
            Instant time = Rfc3339.parse(text.replace(' ', '+'));
            if (allows(time)) {
                return time;
            }
            errors.add(FieldError.query(name, UNFIT));
        } catch (DateTimeException e) {
            errors.add(FieldError.query(name, "This is no time with an offset, such as 2026-01-31T04:15:00Z."));
        }
        return null;
    }
}
