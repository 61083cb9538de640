package io.fairlead.telemetry.store;

import io.fairlead.telemetry.reading.Quantity;
import io.fairlead.telemetry.reading.Reading;
import io.fairlead.telemetry.window.EnergyReports;
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
 * Finds which windows changed readings touch. A power reading touches the window that it lies in. An energy report
 * touches what it spans, and as a report without a start reaches back to the one before it, also what lies between its
 * neighbours.
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
    List<TouchedSpan> ofPower(List<SeriesReadings> changed) {
        return changed.stream()
                .filter(part -> part.series().channel().quantity() == Quantity.POWER)
                .flatMap(part -> merged(
                        part.series(),
                        part.readings().stream()
                                .map(reading -> Span.around(reading.time(), reading.time()))
                                .toList()))
                .toList();
    }

    /** The windows that changed energy reports touch. */
    Uni<List<TouchedSpan>> ofEnergy(SqlConnection transaction, List<SeriesReadings> changed) {
        Map<Long, Series> series = new HashMap<>();
        List<Long> ids = new ArrayList<>();
        List<Reading> readings = new ArrayList<>();
        changed.stream()
                .filter(part -> part.series().channel().quantity() == Quantity.ENERGY)
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
                    .add(between(row)));
            return spans.entrySet().stream()
                    .flatMap(entry -> merged(series.get(entry.getKey()), entry.getValue()))
                    .toList();
        });
    }

    private static Stream<TouchedSpan> merged(Series series, List<Span> spans) {
        return Span.merge(spans).stream().map(span -> new TouchedSpan(series, span));
    }

    private static Span between(Row row) {
        long time = row.getLong("time");
        Long next = row.getLong("next");
        long first = Math.min(row.getLong("start"), EnergyReports.startOf(time, row.getLong("previous")));
        boolean reached = next != null && next - EnergyReports.LONGEST.toNanos() < time;
        return Span.around(first, reached ? next : time);
    }
}
