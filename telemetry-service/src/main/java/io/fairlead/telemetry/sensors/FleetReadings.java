package io.fairlead.telemetry.sensors;

import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
import io.fairlead.telemetry.reading.Reading;
import io.fairlead.telemetry.reading.TimeRange;
import io.fairlead.telemetry.sensors.ReadingTable.Row;
import io.fairlead.telemetry.store.Readings;
import io.fairlead.telemetry.store.Series;
import io.fairlead.telemetry.window.QuarterHours;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Readings of several series, page by page: one series after the other, each by time. */
@ApplicationScoped
class FleetReadings {

    /** A place in the list: series, time, start. */
    static final int CURSOR_PARTS = 3;

    private static final Reading.Key BEFORE_ALL = new Reading.Key(Long.MIN_VALUE, Long.MIN_VALUE);

    private final Pool pool;
    private final SeriesSearch search;
    private final Readings readings;

    FleetReadings(Pool pool, SeriesSearch search, Readings readings) {
        this.pool = pool;
        this.search = search;
        this.readings = readings;
    }

    /**
     * A page.
     *
     * @param vessels only of these; null for all
     * @param channels the channels' names
     */
    Uni<Page<SeriesReading>> page(List<String> vessels, List<String> channels, TimeRange range, Paging paging) {
        List<String> place = paging.after(CURSOR_PARTS).orElse(List.of("0", "" + Long.MIN_VALUE, "" + Long.MIN_VALUE));
        long first = Sensors.number(place.get(0));
        Reading.Key after = new Reading.Key(Sensors.number(place.get(1)), Sensors.number(place.get(2)));
        return search.reported(vessels, channels, first, SeriesSearch.ALL).chain(series -> {
            List<Row> found = new ArrayList<>();
            boolean goesOn = !series.isEmpty() && series.get(0).id() == first;
            Walk walk = new Walk(range, paging.fetch(), found);
            return collect(series, goesOn ? after : BEFORE_ALL, walk)
                    .map(done -> views(Page.of(found, paging, row -> {
                        Reading reading = row.reading();
                        return List.of("" + row.series().id(), "" + reading.time(), "" + reading.start());
                    })));
        });
    }

    private record Walk(TimeRange range, int most, List<Row> found) {}

    private Uni<Void> collect(List<Series> rest, Reading.Key after, Walk walk) {
        if (rest.isEmpty() || walk.found().size() >= walk.most()) {
            return Uni.createFrom().voidItem();
        }
        Series own = rest.get(0);
        long from = Math.max(QuarterHours.nanos(walk.range().start()), after.time());
        long to = QuarterHours.nanos(walk.range().end());
        int missing = walk.most() - walk.found().size();
        return readings.first(pool, own.vessel(), own.id(), from, to, after, missing)
                .chain(found -> {
                    found.forEach(reading -> walk.found().add(new Row(own, reading)));
                    return collect(rest.subList(1, rest.size()), BEFORE_ALL, walk);
                });
    }

    private static Page<SeriesReading> views(Page<Row> page) {
        return new Page<>(
                page.items().stream()
                        .map(row -> SeriesReading.of(row.series(), row.reading()))
                        .toList(),
                page.next());
    }
}
