package io.fairlead.job.job;

import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.core.time.Rfc3339;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The standard's {@code datetime}: a time, or two with a slash between; {@code ..} leaves an end open.
 *
 * @param start the first moment, null when open
 * @param end the last moment, null when open
 */
record TimeInterval(OffsetDateTime start, OffsetDateTime end) {

    private static final String OPEN = "..";

    /**
     * Reads a parameter.
     *
     * @param text may be null: all times
     */
    static TimeInterval parse(String text) {
        if (text == null) {
            return new TimeInterval(null, null);
        }
        String[] ends = text.split("/", -1);
        if (ends.length > 2) {
            throw wrong();
        }
        TimeInterval interval = new TimeInterval(end(ends[0]), end(ends[ends.length - 1]));
        if (interval.isEmpty() || text.equals(OPEN)) {
            throw wrong();
        }
        return interval;
    }

    private boolean isEmpty() {
        return start != null && end != null && start.isAfter(end);
    }

    private static OffsetDateTime end(String text) {
        try {
            return text.equals(OPEN) ? null : Rfc3339.parse(text).atOffset(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw wrong();
        }
    }

    private static RuntimeException wrong() {
        return Problems.badRequest(FieldError.query(
                "datetime", "must be a time, or two in their order with a slash between, of which one may be '..'"));
    }
}
