package io.fairlead.telemetry.store;

import io.fairlead.telemetry.reading.Reading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The readings, one row each. */
@ApplicationScoped
public class ReadingTable {

    private static final String KEEP =
            """
            insert into reading as known (series_id, time, start, value, text, quality, batch_id)
            select n.series_id, n.time, n.start, n.value, n.text, n.quality, $7
            from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::float8[], $5::text[], $6::text[])
                as n(series_id, time, start, value, text, quality)
            on conflict (series_id, time, start) do update
                set value = excluded.value, text = excluded.text, quality = excluded.quality,
                    batch_id = excluded.batch_id
                where (known.value, known.text, known.quality)
                    is distinct from (excluded.value, excluded.text, excluded.quality)
            returning series_id, time, start
            """;

    /**
     * Keeps readings of series that the caller has locked.
     *
     * @return those that were new or said something else than before
     */
    Uni<List<SeriesReadings>> keep(SqlConnection transaction, long batch, List<SeriesReadings> parts) {
        if (parts.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Columns columns = new Columns();
        parts.forEach(part -> part.readings().forEach(reading -> columns.add(part.series(), reading)));
        return transaction.preparedQuery(KEEP).execute(columns.tuple(batch)).map(rows -> only(parts, rows));
    }

    private static List<SeriesReadings> only(List<SeriesReadings> parts, RowSet<Row> rows) {
        Map<Long, Set<Reading.Key>> changed = new HashMap<>();
        rows.forEach(row -> changed.computeIfAbsent(row.getLong("series_id"), first -> new HashSet<>())
                .add(new Reading.Key(row.getLong("time"), row.getLong("start"))));
        List<SeriesReadings> found = new ArrayList<>();
        for (SeriesReadings part : parts) {
            Set<Reading.Key> keys = changed.getOrDefault(part.series().id(), Set.of());
            if (!keys.isEmpty()) {
                found.add(new SeriesReadings(
                        part.series(),
                        part.readings().stream()
                                .filter(reading -> keys.contains(reading.key()))
                                .toList()));
            }
        }
        return found;
    }

    private static final class Columns {

        private final List<Long> series = new ArrayList<>();
        private final List<Long> times = new ArrayList<>();
        private final List<Long> starts = new ArrayList<>();
        private final List<Double> values = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();
        private final List<String> qualities = new ArrayList<>();

        void add(Series of, Reading reading) {
            series.add(of.id());
            times.add(reading.time());
            starts.add(reading.start());
            values.add(reading.value());
            texts.add(reading.text());
            qualities.add(reading.quality());
        }

        Tuple tuple(long batch) {
            return Tuple.tuple()
                    .addArrayOfLong(series.toArray(Long[]::new))
                    .addArrayOfLong(times.toArray(Long[]::new))
                    .addArrayOfLong(starts.toArray(Long[]::new))
                    .addArrayOfDouble(values.toArray(Double[]::new))
                    .addArrayOfString(texts.toArray(String[]::new))
                    .addArrayOfString(qualities.toArray(String[]::new))
                    .addLong(batch);
        }
    }
}
