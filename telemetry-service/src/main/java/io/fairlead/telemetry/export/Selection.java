package io.fairlead.telemetry.export;

import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.telemetry.aggregate.Function;
import io.fairlead.telemetry.reading.TimeRange;
import io.fairlead.telemetry.sensors.WindowQuestion;
import io.fairlead.telemetry.store.Series;
import io.fairlead.telemetry.table.Form;
import io.fairlead.telemetry.window.QuarterHours;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is exported, checked and completed.
 *
 * @param vessels null for all that the owner may see
 * @param channels null for all
 * @param from nanoseconds since 1970
 * @param to nanoseconds since 1970, exclusive
 * @param length of a window in nanoseconds, null for other content
 * @param functions of a window, null for other content
 */
record Selection(
        ExportContent content,
        Form format,
        List<String> vessels,
        List<String> channels,
        Map<String, String> labels,
        long from,
        long to,
        Long length,
        List<Function> functions) {

    private static final Duration QUARTER_HOUR = Duration.ofMinutes(15);

    /**
     * What a request asks for.
     *
     * @param now nothing after it is exported
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming each field that is unfit
     */
    static Selection of(NewExport asked, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        boolean windows = asked.content() == ExportContent.WINDOWS;
        if (!asked.format().isBulk()) {
            errors.add(FieldError.body("/format", "must be one of csv, ndjson, arrow, parquet"));
        }
        Instant end = asked.end() == null || asked.end().isAfter(now) ? now : asked.end();
        times(asked, end, errors);
        if (!windows && asked.interval() != null) {
            errors.add(FieldError.body("/interval", "Only windows have an interval."));
        } else if (asked.interval() != null && !WindowQuestion.fits(asked.interval())) {
            errors.add(FieldError.body("/interval", WindowQuestion.UNFIT));
        }
        if (!windows && asked.functions() != null) {
            errors.add(FieldError.body("/functions", "Only windows have functions."));
        }
        if (!errors.isEmpty()) {
            throw Problems.badRequest(errors);
        }
        Duration length = asked.interval() == null ? QUARTER_HOUR : asked.interval();
        List<Function> functions = asked.functions() == null ? List.of(Function.MEAN) : asked.functions();
        return new Selection(
                asked.content(),
                asked.format(),
                asked.vessels() == null
                        ? null
                        : asked.vessels().stream().distinct().toList(),
                asked.channels() == null
                        ? null
                        : asked.channels().stream().distinct().toList(),
                asked.labels() == null ? Map.of() : asked.labels(),
                QuarterHours.nanos(asked.start()),
                QuarterHours.nanos(end),
                windows ? length.toNanos() : null,
                windows ? functions.stream().distinct().toList() : null);
    }

    private static void times(NewExport asked, Instant end, List<FieldError> errors) {
        if (!TimeRange.allows(asked.start())) {
            errors.add(FieldError.body("/start", TimeRange.UNFIT));
        } else if (asked.end() != null && !TimeRange.allows(asked.end())) {
            errors.add(FieldError.body("/end", TimeRange.UNFIT));
        } else if (asked.end() != null && !asked.start().isBefore(asked.end())) {
            errors.add(FieldError.body("/end", "The end must be after the start."));
        } else if (!asked.start().isBefore(end)) {
            errors.add(FieldError.body("/start", "The start must not be in the future."));
        }
    }

    /** Whether a series is a part of it, as far as its name and vessel do not say. */
    boolean has(Series series) {
        return series.channel().labels().entrySet().containsAll(labels.entrySet())
                && (content != ExportContent.POWER || series.channel().hasWindows());
    }
}
