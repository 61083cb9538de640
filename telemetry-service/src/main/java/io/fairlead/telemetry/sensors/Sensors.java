package io.fairlead.telemetry.sensors;

import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
import io.fairlead.telemetry.reading.Reading;
import io.fairlead.telemetry.reading.ReadingView;
import io.fairlead.telemetry.reading.TimeRange;
import io.fairlead.telemetry.store.SeriesTable;
import io.fairlead.telemetry.window.QuarterHours;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** What vessels' channels have reported, read page by page. */
@ApplicationScoped
class Sensors {

    private static final String CHANNELS =
            "select s.* from series s where s.vessel = $1 and s.id > $2 order by s.id limit $3";
    private static final String LATEST =
            """
            select s.*, r.time, r.start, r.value, r.text, r.quality
            from series s
            cross join lateral (
                select * from reading where series_id = s.id order by time desc, start desc limit 1) r
            where s.vessel = $1 and s.id > $2
            order by s.id limit $3
            """;
    private static final String HAS_CHANNEL = "select from series where vessel = $1 and id = $2";
    private static final String READINGS =
            """
            select r.time, r.start, r.value, r.text, r.quality
            from reading r
            where r.series_id = $1 and r.time >= $2 and r.time < $3 and (r.time, r.start) > ($4, $5)
            order by r.time, r.start limit $6
            """;

    private final Pool pool;

    Sensors(Pool pool) {
        this.pool = pool;
    }

    /** A vessel's channels. */
    Uni<Page<ChannelView>> channels(String vessel, Paging paging) {
        return pool.preparedQuery(CHANNELS)
                .execute(Tuple.of(vessel, after(paging), paging.fetch()))
                .map(rows -> Page.of(
                        list(rows, row -> ChannelView.of(SeriesTable.series(row))),
                        paging,
                        channel -> List.of(channel.id())));
    }

    /** The newest reading of each of a vessel's channels that has any. */
    Uni<Page<LatestReading>> latest(String vessel, Paging paging) {
        return pool.preparedQuery(LATEST)
                .execute(Tuple.of(vessel, after(paging), paging.fetch()))
                .map(rows -> Page.of(
                        list(rows, Sensors::latest),
                        paging,
                        latest -> List.of(latest.channel().id())));
    }

    /** Whether a vessel has a channel of that id. */
    Uni<Boolean> hasChannel(String vessel, long channel) {
        return pool.preparedQuery(HAS_CHANNEL)
                .execute(Tuple.of(vessel, channel))
                .map(rows -> rows.size() > 0);
    }

    /** A channel's readings in the order of their times. */
    Uni<Page<ReadingView>> readings(long channel, TimeRange range, Paging paging) {
        List<String> after = paging.after(2).orElse(List.of("" + Long.MIN_VALUE, "" + Long.MIN_VALUE));
        Tuple parameters = Tuple.of(
                channel,
                QuarterHours.nanos(range.start()),
                QuarterHours.nanos(range.end()),
                number(after.get(0)),
                number(after.get(1)),
                paging.fetch());
        return pool.preparedQuery(READINGS)
                .execute(parameters)
                .map(rows -> views(Page.of(
                        list(rows, Sensors::reading),
                        paging,
                        reading -> List.of("" + reading.time(), "" + reading.start()))));
    }

    private static Page<ReadingView> views(Page<Reading> page) {
        return new Page<>(page.items().stream().map(ReadingView::of).toList(), page.next());
    }

    private static long after(Paging paging) {
        return paging.after(1).map(key -> number(key.get(0))).orElse(0L);
    }

    private static long number(String part) {
        try {
            return Long.parseLong(part);
        } catch (NumberFormatException e) {
            throw Paging.badCursor();
        }
    }

    private static LatestReading latest(Row row) {
        return new LatestReading(ChannelView.of(SeriesTable.series(row)), ReadingView.of(reading(row)));
    }

    private static Reading reading(Row row) {
        return new Reading(
                row.getLong("time"),
                row.getLong("start"),
                row.getDouble("value"),
                row.getString("text"),
                row.getString("quality"));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }
}
