package io.fairlead.telemetry.export;

import io.fairlead.core.rows.Rows;
import io.fairlead.telemetry.store.Series;
import io.fairlead.telemetry.window.QuarterHours;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Estimates how much data some series have, and when: from the blocks' rows, without a look at what is in them. */
@ApplicationScoped
class Extents {

    /** What is in the head is counted whole on the day it begins, whichever channels it is of. */
    private static final String DAYS =
            """
            select vessel, day, sum(readings)::bigint as readings from (
                select s.vessel, b.day, b.readings
                from block b join series s on s.id = b.series_id
                where b.series_id = any($1) and b.day between $2 and $3
                union all
                select h.vessel, (to_timestamp(edge.nanos / 1000000000) at time zone 'UTC')::date, edge.readings
                from head h cross join lateral (values (h.t0, h.readings), (h.t1, 0)) edge(nanos, readings)
                where h.vessel in (select vessel from series where id = any($1)) and h.t1 >= $4 and h.t0 < $5
            ) known
            group by vessel, day order by vessel, day
            """;

    private static final String WINDOWS =
            """
            select s.vessel, min(w.first) - interval '15 minutes' as first, max(w.last) as last, count(*) as series
            from series s
            cross join lateral (
                select min(window_end) as first, max(window_end) as last from power_window
                where series_id = s.id and window_end > $2 and window_end <= $3) w
            where s.id = any($1) and w.first is not null
            group by s.vessel order by s.vessel
            """;

    private final Pool pool;

    Extents(Pool pool) {
        this.pool = pool;
    }

    /**
     * Between when a vessel's channels have power windows.
     *
     * @param first where the first begins, in nanoseconds since 1970
     * @param last where the last ends
     */
    record Span(String vessel, long first, long last, int series) {}

    /** How many readings each vessel has on each day, at least on those in the middle of the time span. */
    Uni<List<Slices.Day>> days(List<Series> series, long from, long to) {
        Tuple parameters = Tuple.tuple()
                .addArrayOfLong(ids(series))
                .addLocalDate(day(from))
                .addLocalDate(day(to - 1))
                .addLong(from)
                .addLong(to);
        return pool.preparedQuery(DAYS)
                .execute(parameters)
                .map(rows -> Rows.list(
                        rows,
                        row -> new Slices.Day(
                                row.getString("vessel"), start(row.getLocalDate("day")), row.getLong("readings"))));
    }

    /** Where each vessel's power windows in a time span begin and end. */
    Uni<List<Span>> windows(List<Series> series, long from, long to) {
        Tuple parameters = Tuple.tuple()
                .addArrayOfLong(ids(series))
                .addOffsetDateTime(Rows.utc(QuarterHours.instant(from)))
                .addOffsetDateTime(Rows.utc(QuarterHours.instant(to)));
        return pool.preparedQuery(WINDOWS)
                .execute(parameters)
                .map(rows -> Rows.list(
                        rows,
                        row -> new Span(
                                row.getString("vessel"),
                                QuarterHours.nanos(Rows.instant(row, "first")),
                                QuarterHours.nanos(Rows.instant(row, "last")),
                                row.getInteger("series"))));
    }

    private static Long[] ids(List<Series> series) {
        return series.stream().map(Series::id).toArray(Long[]::new);
    }

    private static LocalDate day(long nanos) {
        Instant time = QuarterHours.instant(nanos);
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private static long start(LocalDate day) {
        return QuarterHours.nanos(day.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
