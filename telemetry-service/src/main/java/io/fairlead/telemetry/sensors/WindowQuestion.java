package io.fairlead.telemetry.sensors;

import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.telemetry.aggregate.Function;
import io.fairlead.telemetry.reading.TimeRange;
import io.fairlead.telemetry.window.QuarterHours;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a question about windows of sensors says.
 *
 * @param from nanoseconds since 1970
 * @param to nanoseconds since 1970, exclusive
 * @param length of a window, in nanoseconds
 * @param functions in the order asked for
 */
public record WindowQuestion(long from, long to, long length, List<Function> functions) {

    /** How many windows of each channel one question is about at most. */
    public static final int MOST_WINDOWS = 10_000;

    /** What is wrong with an interval that does not {@link #fits fit}. */
    public static final String UNFIT = "An interval lasts from a second to 366 days.";

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    /**
     * The question that these query parameters ask.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming each that is missing or unfit
     */
    static WindowQuestion of(String start, String end, String interval, List<String> functions) {
        TimeRange range = TimeRange.required(start, end);
        List<FieldError> errors = new ArrayList<>();
        long length = length(interval, errors);
        List<Function> wanted = functions(functions, errors);
        long from = QuarterHours.nanos(range.start());
        long to = QuarterHours.nanos(range.end());
        if (length > 0 && (to - from) / length > MOST_WINDOWS) {
            errors.add(FieldError.query(
                    "interval",
                    "These would be more than " + MOST_WINDOWS + " windows; ask for longer ones, or less."));
        }
        if (!errors.isEmpty()) {
            throw Problems.badRequest(errors);
        }
        return new WindowQuestion(from, to, length, wanted);
    }

    /** Whether windows may be so long. */
    public static boolean fits(Duration length) {
        return length.compareTo(SHORTEST) >= 0 && length.compareTo(LONGEST) <= 0;
    }

    /** How many windows each channel has at most. */
    public int windows() {
        return (int) ((to - from) / length) + 1;
    }

    /** Whether summaries of 15 minutes are enough to answer it. */
    public boolean byQuarterHours() {
        return length % QuarterHours.LENGTH == 0 && from % QuarterHours.LENGTH == 0 && to % QuarterHours.LENGTH == 0;
    }

    private static long length(String interval, List<FieldError> errors) {
        try {
            Duration length = interval == null ? Duration.ofMinutes(15) : Duration.parse(interval);
            if (fits(length)) {
                return length.toNanos();
            }
            errors.add(FieldError.query("interval", UNFIT));
        } catch (DateTimeException e) {
            errors.add(FieldError.query("interval", "This is no ISO 8601 duration, such as PT15M."));
        }
        return 0;
    }

    private static List<Function> functions(List<String> names, List<FieldError> errors) {
        if (names == null || names.isEmpty()) {
            return List.of(Function.MEAN);
        }
        List<Function> functions = new ArrayList<>();
        for (String name : names) {
            Function.of(name)
                    .ifPresentOrElse(
                            functions::add,
                            () -> errors.add(FieldError.query(
                                    "function", "This is none of count, mean, min, max, sum, first and last.")));
        }
        return functions.stream().distinct().toList();
    }
}
