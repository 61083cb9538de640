package io.fairlead.telemetry.sensors;

import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.rows.Rows;
import io.fairlead.telemetry.reading.Reading;
import io.fairlead.telemetry.reading.ReadingView;
import io.fairlead.telemetry.reading.TimeRange;
import io.fairlead.telemetry.store.LastReadings;
import io.fairlead.telemetry.store.Readings;
import io.fairlead.telemetry.store.Series;
import io.fairlead.telemetry.store.SeriesTable;
import io.fairlead.telemetry.window.QuarterHours;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What vessels' channels have reported, read page by page. */
@ApplicationScoped
class Sensors {

    private static final String CHANNELS =
            "select s.* from series s where s.vessel = $1 and s.id > $2 order by s.id limit $3";
    private static final String REPORTED =
            "select s.* from series s where s.vessel = $1 and s.id > $2 and s.reported order by s.id limit $3";
    private final Pool pool;
    private final Readings readings;
    private final LastReadings newest;

    Sensors(Pool pool, Readings readings, LastReadings newest) {
        this.pool = pool;
        this.readings = readings;
        this.newest = newest;
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
        return pool.preparedQuery(REPORTED)
                .execute(Tuple.of(vessel, after(paging), paging.fetch()))
                .map(rows -> list(rows, SeriesTable::series))
                .chain(series -> newest.of(
                                vessel, series.stream().map(Series::id).toList())
                        .map(found -> Page.of(
                                latest(series, found),
                                paging,
                                latest -> List.of(latest.channel().id()))));
    }

    private static List<LatestReading> latest(List<Series> series, Map<Long, Reading> newest) {
        return series.stream()
                .filter(own -> newest.containsKey(own.id()))
                .map(own -> new LatestReading(ChannelView.of(own), ReadingView.of(newest.get(own.id()))))
                .toList();
    }

    /** A channel's readings in the order of their times. */
    Uni<Page<ReadingView>> readings(String vessel, long channel, TimeRange range, Paging paging) {
        List<String> after = paging.after(2).orElse(List.of("" + Long.MIN_VALUE, "" + Long.MIN_VALUE));
        Reading.Key last = new Reading.Key(number(after.get(0)), number(after.get(1)));
        long from = Math.max(QuarterHours.nanos(range.start()), last.time());
        return readings.first(pool, vessel, channel, from, QuarterHours.nanos(range.end()), last, paging.fetch())
                .map(found ->
                        views(Page.of(found, paging, reading -> List.of("" + reading.time(), "" + reading.start()))));
    }

    static Page<ReadingView> views(Page<Reading> page) {
        return new Page<>(page.items().stream().map(ReadingView::of).toList(), page.next());
    }

    static long after(Paging paging) {
        return paging.after(1).map(key -> number(key.get(0))).orElse(0L);
    }

    static long number(String part) {
        try {
            return Long.parseLong(part);
        } catch (NumberFormatException e) {
            throw Paging.badCursor();
        }
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        return Rows.list(rows, read);
    }
}
