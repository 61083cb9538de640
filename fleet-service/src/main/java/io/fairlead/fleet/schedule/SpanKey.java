package io.fairlead.fleet.schedule;

import io.fairlead.core.paging.Paging;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The place of a schedule in a list by start. */
record SpanKey(OffsetDateTime start, long id) {

    private static final int PARTS = 2;

    static Optional<SpanKey> after(Paging paging) {
        try {
            return paging.after(PARTS)
                    .map(parts -> new SpanKey(OffsetDateTime.parse(parts.get(0)), Long.parseLong(parts.get(1))));
        } catch (DateTimeException | NumberFormatException e) {
            throw Paging.badCursor();
        }
    }

    static List<String> of(Schedule schedule) {
        Instant start = schedule.start();
        return List.of(start.toString(), Long.toString(schedule.id()));
    }
}
