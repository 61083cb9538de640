package io.fairlead.telemetry.sensors;

import io.fairlead.telemetry.aggregate.Lttb;
import io.fairlead.telemetry.aggregate.Thinning;
import io.fairlead.telemetry.block.Points;
import io.fairlead.telemetry.reading.Reading;
import io.fairlead.telemetry.reading.TimeRange;
import io.fairlead.telemetry.sensors.ReadingTable.Row;
import io.fairlead.telemetry.store.LastReadings;
import io.fairlead.telemetry.store.Readings;
import io.fairlead.telemetry.store.Series;
import io.fairlead.telemetry.table.Downloads;
import io.fairlead.telemetry.table.Form;
import io.fairlead.telemetry.window.QuarterHours;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** Readings without pages: as files, read from the store day by day as the client takes them, and thinned out. */
@ApplicationScoped
class ReadingDownloads {

    private static final int SERIES_AT_ONCE = 1000;

    private final Pool pool;
    private final Readings readings;
    private final LastReadings newest;
    private final Downloads downloads;

    ReadingDownloads(Pool pool, Readings readings, LastReadings newest, Downloads downloads) {
        this.pool = pool;
        this.readings = readings;
        this.newest = newest;
        this.downloads = downloads;
    }

    /** All readings of some series, one series after the other. */
    Response all(Form form, List<Series> series, TimeRange range) {
        ReadingTable table = ReadingTable.of(series);
        return downloads.response(
                form,
                "readings",
                table.columns(),
                Multi.createFrom().iterable(series).onItem().transformToMultiAndConcatenate(own -> byDay(own, range)
                        .onItem()
                        .transformToMultiAndConcatenate(
                                points -> Multi.createFrom().items(() -> table.rows(own, points)))));
    }

    /** Some readings of one series. */
    Response some(Form form, Series series, List<Reading> chosen) {
        ReadingTable table = ReadingTable.of(List.of(series));
        List<Row> rows =
                chosen.stream().map(reading -> new Row(series, reading)).toList();
        return downloads.response(
                form, "readings", table.columns(), Multi.createFrom().item(() -> table.rows(rows)));
    }

    /** The newest reading of each of some series of one vessel. */
    Response latest(Form form, String vessel, List<Series> series) {
        ReadingTable table = ReadingTable.of(series);
        return downloads.response(
                form,
                "latest",
                table.columns(),
                Multi.createFrom()
                        .iterable(series)
                        .group()
                        .intoLists()
                        .of(SERIES_AT_ONCE)
                        .onItem()
                        .transformToUniAndConcatenate(part -> newest.of(
                                        vessel, part.stream().map(Series::id).toList())
                                .map(found -> table.rows(rows(part, found)))));
    }

    private static List<Row> rows(List<Series> series, Map<Long, Reading> found) {
        return series.stream()
                .filter(own -> found.containsKey(own.id()))
                .map(own -> new Row(own, found.get(own.id())))
                .toList();
    }

    /** At most so many of a series' numbers, chosen so that their line looks the same. */
    Uni<List<Reading>> thinned(Series series, TimeRange range, int most) {
        return byDay(series, range)
                .collect()
                .in(Thinning::new, Thinning::add)
                .map(thinning -> Lttb.reduce(thinning.readings(), most));
    }

    private Multi<Points> byDay(Series series, TimeRange range) {
        return readings.byDay(
                pool, series.vessel(), series.id(), QuarterHours.nanos(range.start()), QuarterHours.nanos(range.end()));
    }
}
