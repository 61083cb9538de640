package io.fairlead.telemetry.export;

import io.fairlead.telemetry.store.Series;
import io.fairlead.telemetry.store.Settlement;
import io.fairlead.telemetry.table.Rows;
import io.fairlead.telemetry.window.QuarterHours;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Reads power windows of channels, some thousands at a time. */
@ApplicationScoped
class PowerRows {

    private static final int PIECE = 8192;
    private static final String NEXT =
            """
            select series_id, window_end, kwh, mean_kw, min_kw, max_kw, readings, coverage_seconds, method,
                nullif(array_to_string(flags, ','), '') as flags, state, revision
            from power_window
            where series_id = $1 and window_end > $2 and window_end <= $3
            order by window_end limit %d
            """
                    .formatted(PIECE);

    private final Pool pool;
    private final Settlement settlement;

    PowerRows(Pool pool, Settlement settlement) {
        this.pool = pool;
        this.settlement = settlement;
    }

    /** The windows of some series of one vessel that end in a time span, up to date with what was accepted before. */
    Multi<Rows> of(List<String> labels, List<Series> series, Slice slice) {
        PowerTable table = new PowerTable(labels, series);
        return settlement
                .settle(slice.vessel())
                .onItem()
                .transformToMulti(done -> Multi.createFrom().iterable(series))
                .onItem()
                .transformToMultiAndConcatenate(own -> ofSeries(own, slice))
                .map(table::rows);
    }

    private Multi<List<Row>> ofSeries(Series series, Slice slice) {
        AtomicReference<OffsetDateTime> after = new AtomicReference<>(utc(slice.from()));
        OffsetDateTime end = utc(slice.to());
        return Multi.createBy()
                .repeating()
                .uni(() -> next(series, after, end))
                .whilst(rows -> rows.size() == PIECE)
                .filter(rows -> !rows.isEmpty());
    }

    private Uni<List<Row>> next(Series series, AtomicReference<OffsetDateTime> after, OffsetDateTime end) {
        return pool.preparedQuery(NEXT)
                .execute(Tuple.of(series.id(), after.get(), end))
                .map(rows -> io.fairlead.core.rows.Rows.list(rows, row -> row))
                .invoke(rows -> rows.stream()
                        .reduce((first, second) -> second)
                        .ifPresent(last -> after.set(last.getOffsetDateTime("window_end"))));
    }

    private static OffsetDateTime utc(long nanos) {
        Instant time = QuarterHours.instant(nanos);
        return io.fairlead.core.rows.Rows.utc(time);
    }
}
