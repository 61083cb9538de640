package io.fairlead.telemetry.store;

import io.fairlead.telemetry.block.Points;
import io.fairlead.telemetry.reading.Reading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The newest sealed reading of each series, so that nobody has to look for its block. */
@ApplicationScoped
class LastTable {

    private static final String KEEP =
            """
            insert into series_last as known (series_id, time, start, value, text, quality)
            select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::float8[], $5::text[], $6::text[])
            on conflict (series_id) do update
                set time = excluded.time, start = excluded.start, value = excluded.value, text = excluded.text,
                    quality = excluded.quality
                where (excluded.time, excluded.start) >= (known.time, known.start)
            """;

    /** Keeps readings that are the newest of their series. */
    Uni<Void> keep(SqlConnection transaction, Map<Long, Points> newest) {
        List<Long> series = List.copyOf(newest.keySet());
        List<Reading> readings = series.stream()
                .map(id -> newest.get(id).reading(newest.get(id).size() - 1))
                .toList();
        Tuple columns = Tuple.tuple()
                .addArrayOfLong(series.toArray(Long[]::new))
                .addArrayOfLong(readings.stream().map(Reading::time).toArray(Long[]::new))
                .addArrayOfLong(readings.stream().map(Reading::start).toArray(Long[]::new))
                .addArrayOfDouble(readings.stream().map(Reading::value).toArray(Double[]::new))
                .addArrayOfString(readings.stream().map(Reading::text).toArray(String[]::new))
                .addArrayOfString(readings.stream().map(Reading::quality).toArray(String[]::new));
        return transaction.preparedQuery(KEEP).execute(columns).replaceWithVoid();
    }

    /** The reading that a row holds. */
    static Reading reading(Row row) {
        return new Reading(
                row.getLong("time"),
                row.getLong("start"),
                row.getDouble("value"),
                row.getString("text"),
                row.getString("quality"));
    }
}
