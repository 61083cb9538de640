package io.fairlead.telemetry.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** How far windows are behind the present. */
@ApplicationScoped
class WindowLateness {

    /** The newest window of each series that has ended, looked for in the last two days only: in two partitions at most. */
    private static final String LATENESS =
            """
            with newest as (
                select series.vessel, max(recent.window_end) as window_end
                from series left join lateral (
                    select window_end from power_window
                    where series_id = series.id and window_end > $1::timestamptz - interval '2 days' and window_end <= $1
                    order by window_end desc limit 1
                ) as recent on true
                where series.reported and series.quantity <> 'other'
                group by series.vessel
            ), behind as (
                select extract(epoch from $1 - window_end)::float8 as seconds from newest
            )
            select min(seconds) as freshest,
                count(*) filter (where seconds <= 1800) as half_hour,
                count(*) filter (where seconds > 1800 and seconds <= 7200) as two_hours,
                count(*) filter (where seconds > 7200 and seconds <= 86400) as day,
                count(*) filter (where seconds > 86400 or seconds is null) as longer
            from behind
            """;

    private static final String WAITING = "select count(*) as notes, min(id) as oldest from touched";

    private final Pool pool;
    private final Clock clock;

    WindowLateness(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * Vessels that report power or energy, by how far the newest ended window of each lies back.
     *
     * @param freshest how far that of the vessel which is best off lies back, in seconds; not a number when there is none
     * @param halfHour vessels behind by at most half an hour, which is what a window and its readings take
     * @param twoHours more than that, up to two hours
     * @param day more than that, up to a day
     * @param longer more than that
     */
    record Lateness(double freshest, long halfHour, long twoHours, long day, long longer) {}

    /**
     * What was noted for computing anew.
     *
     * @param notes how many notes
     * @param oldest the id of the oldest; null when there is none
     */
    record Waiting(long notes, Long oldest) {}

    Uni<Lateness> measure() {
        return pool.preparedQuery(LATENESS)
                .execute(Tuple.of(now().atOffset(ZoneOffset.UTC)))
                .map(rows -> lateness(rows.iterator().next()));
    }

    Uni<Waiting> waiting() {
        return pool.query(WAITING)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new Waiting(row.getLong("notes"), row.getLong("oldest")));
    }

    Instant now() {
        return clock.instant();
    }

    private static Lateness lateness(Row row) {
        Double freshest = row.getDouble("freshest");
        return new Lateness(
                freshest == null ? Double.NaN : freshest,
                row.getLong("half_hour"),
                row.getLong("two_hours"),
                row.getLong("day"),
                row.getLong("longer"));
    }
}
