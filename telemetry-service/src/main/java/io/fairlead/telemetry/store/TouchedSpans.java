package io.fairlead.telemetry.store;

import io.fairlead.telemetry.reading.Quantity;
import io.fairlead.telemetry.reading.Reading;
import io.fairlead.telemetry.window.CounterWindows;
import io.fairlead.telemetry.window.EnergyWindows;
import io.fairlead.telemetry.window.PowerWindows;
import io.fairlead.telemetry.window.Span;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds which windows changed readings touch: looks up the neighbours of each where they matter, and asks the arithmetic
 * of its kind.
 */
@ApplicationScoped
class TouchedSpans {

    private static final String NEIGHBOURS =
            """
            select c.series_id, c.time, c.start,
                (select max(r.time) from reading r where r.series_id = c.series_id and r.time < c.time) as previous,
                (select min(r.time) from reading r where r.series_id = c.series_id and r.time > c.time) as next
            from unnest($1::bigint[], $2::bigint[], $3::bigint[]) as c(series_id, time, start)
            """;

    /** The windows that changed power readings touch. */
    List<TouchedSpan> ofPower(List<SeriesReadings> changed, PowerWindows power) {
        return changed.stream()
                .filter(part -> part.series().channel().quantity() == Quantity.POWER)
                .flatMap(part -> merged(
                        part.series(),
                        part.readings().stream()
                                .map(reading -> power.touched(reading.time()))
                                .toList()))
                .toList();
    }

    /** The windows that changed energy reports and counter readings touch. */
    Uni<List<TouchedSpan>> ofEnergy(SqlConnection transaction, List<SeriesReadings> changed) {
        Map<Long, Series> series = new HashMap<>();
        List<Long> ids = new ArrayList<>();
        List<Reading> readings = new ArrayList<>();
        changed.stream()
                .filter(part -> part.series().channel().quantity() == Quantity.ENERGY
                        || part.series().channel().quantity() == Quantity.COUNTER)
                .forEach(part -> part.readings().forEach(reading -> {
                    series.put(part.series().id(), part.series());
                    ids.add(part.series().id());
                    readings.add(reading);
                }));
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Tuple keys = Tuple.tuple()
                .addArrayOfLong(ids.toArray(Long[]::new))
                .addArrayOfLong(readings.stream().map(Reading::time).toArray(Long[]::new))
                .addArrayOfLong(readings.stream().map(Reading::start).toArray(Long[]::new));
        return transaction.preparedQuery(NEIGHBOURS).execute(keys).map(rows -> {
            Map<Long, List<Span>> spans = new HashMap<>();
            rows.forEach(row -> spans.computeIfAbsent(row.getLong("series_id"), first -> new ArrayList<>())
                    .add(between(series.get(row.getLong("series_id")), row)));
            return spans.entrySet().stream()
                    .flatMap(entry -> merged(series.get(entry.getKey()), entry.getValue()))
                    .toList();
        });
    }

    private static Stream<TouchedSpan> merged(Series series, List<Span> spans) {
        return Span.merge(spans).stream().map(span -> new TouchedSpan(series, span));
    }

    private static Span between(Series series, Row row) {
        long time = row.getLong("time");
        Long previous = row.getLong("previous");
        Long next = row.getLong("next");
        return series.channel().quantity() == Quantity.COUNTER
                ? CounterWindows.touched(time, previous, next)
                : EnergyWindows.touched(row.getLong("start"), time, previous, next);
    }
}
