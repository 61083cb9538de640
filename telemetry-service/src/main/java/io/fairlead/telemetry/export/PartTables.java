package io.fairlead.telemetry.export;

import io.fairlead.telemetry.block.Points;
import io.fairlead.telemetry.sensors.ReadingTable;
import io.fairlead.telemetry.sensors.SensorWindows;
import io.fairlead.telemetry.sensors.WindowQuestion;
import io.fairlead.telemetry.sensors.WindowTable;
import io.fairlead.telemetry.store.Readings;
import io.fairlead.telemetry.store.Series;
import io.fairlead.telemetry.table.Rows;
import io.fairlead.telemetry.window.QuarterHours;
import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Makes the parts' tables: one series after the other, each by time. */
@ApplicationScoped
class PartTables {

    private static final long DAY = 96 * QuarterHours.LENGTH;
    private static final int WINDOWS_AT_ONCE = 50_000;

    private final Pool pool;
    private final Readings readings;
    private final SensorWindows windows;
    private final PowerRows power;

    PartTables(Pool pool, Readings readings, SensorWindows windows, PowerRows power) {
        this.pool = pool;
        this.readings = readings;
        this.windows = windows;
        this.power = power;
    }

    /**
     * What a part holds.
     *
     * @param series the vessel's
     */
    PartTable of(Exports.Stored export, List<Series> series, Slice slice) {
        return switch (export.selection().content()) {
            case READINGS -> readings(export, series, slice);
            case WINDOWS -> windows(export, series, slice);
            case POWER -> new PartTable(
                    PowerTable.columns(export.labels()), () -> power.of(export.labels(), series, slice));
        };
    }

    private PartTable readings(Exports.Stored export, List<Series> series, Slice slice) {
        ReadingTable table = new ReadingTable(export.labels());
        return new PartTable(
                table.columns(),
                () -> Multi.createFrom().iterable(series).onItem().transformToMultiAndConcatenate(own -> readings.byDay(
                                pool, own.vessel(), own.id(), slice.from(), slice.to())
                        .onItem()
                        .transformToMultiAndConcatenate(points ->
                                Multi.createFrom().items(() -> days(points).flatMap(day -> table.rows(own, day))))));
    }

    /** Readings by day, whether they lie in blocks of a day already or not. */
    private static Stream<Points> days(Points points) {
        long first = Math.floorDiv(points.time(0), DAY);
        long last = Math.floorDiv(points.time(points.size() - 1), DAY);
        return LongStream.rangeClosed(first, last).mapToObj(day -> points.slice(day * DAY, (day + 1) * DAY));
    }

    private PartTable windows(Exports.Stored export, List<Series> series, Slice slice) {
        WindowTable table = new WindowTable(export.labels(), export.selection().functions());
        WindowQuestion question = new WindowQuestion(
                slice.from(),
                slice.to(),
                export.selection().length(),
                export.selection().functions());
        int together = question.byQuarterHours() ? Math.max(1, WINDOWS_AT_ONCE / question.windows()) : 1;
        return new PartTable(table.columns(), () -> Multi.createFrom()
                .iterable(series)
                .group()
                .intoLists()
                .of(together)
                .onItem()
                .transformToUniAndConcatenate(some -> windows.answer(some, question))
                .map(table::rows)
                .filter((Rows rows) -> rows.size() > 0));
    }
}
