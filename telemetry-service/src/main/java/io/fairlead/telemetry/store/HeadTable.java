package io.fairlead.telemetry.store;

import io.fairlead.telemetry.block.HeadBody;
import io.fairlead.telemetry.block.Points;
import io.fairlead.telemetry.store.Heads.Head;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was accepted and is not sealed yet, one row per request and vessel.
 *
 * <p>Appenders share a lock that the sealer takes alone for an instant: after it, every row of a lower id than the
 * highest it saw is there or never will be, and rows can be sealed in the order of their ids.
 */
@ApplicationScoped
class HeadTable {

    /** The lock of appenders, shared, and of the sealer, alone. */
    static final String LOCK_ID = "hashtextextended(current_schema() || '.head', 0)";

    static final String APPEND =
            """
            with lock as materialized (select pg_advisory_xact_lock_shared(%s))
            insert into head (vessel, t0, t1, s0, readings, body)
            select h.vessel, h.t0, h.t1, h.s0, h.readings, h.body
            from lock, unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[], $5::int[], $6::bytea[])
                as h(vessel, t0, t1, s0, readings, body)
            """
                    .formatted(LOCK_ID);
    private static final String OVERLAPPING =
            "select body from head where vessel = any($1) and t1 >= $2 and s0 < $3 order by id";

    Uni<Void> append(SqlConnection transaction, List<Head> heads) {
        return transaction.preparedQuery(APPEND).execute(columns(heads)).replaceWithVoid();
    }

    /** Heads as columns, in the order in which they are inserted. */
    static Tuple columns(List<Head> heads) {
        return Tuple.tuple()
                .addArrayOfString(heads.stream().map(Head::vessel).toArray(String[]::new))
                .addArrayOfLong(heads.stream().map(Head::first).toArray(Long[]::new))
                .addArrayOfLong(heads.stream().map(Head::last).toArray(Long[]::new))
                .addArrayOfLong(heads.stream().map(Head::start).toArray(Long[]::new))
                .addArrayOfInteger(heads.stream().map(Head::readings).toArray(Integer[]::new))
                .addValue(heads.stream().map(head -> Buffer.buffer(head.body())).toArray(Buffer[]::new));
    }

    /**
     * The unsealed readings of some vessels' series that end at or after one time and start before another, oldest first;
     * more may come along.
     */
    Uni<Map<Long, List<Points>>> overlapping(
            SqlClient client, Collection<String> vessels, Collection<Long> series, long from, long to) {
        return client.preparedQuery(OVERLAPPING)
                .execute(Tuple.of(vessels.toArray(String[]::new), from, to))
                .map(rows -> parts(rows, series));
    }

    private static Map<Long, List<Points>> parts(RowSet<Row> rows, Collection<Long> series) {
        Map<Long, List<Points>> found = new HashMap<>();
        for (Row row : rows) {
            byte[] body = row.getBuffer("body").getBytes();
            for (Long id : series) {
                Points points = HeadBody.part(body, id);
                if (points.size() > 0) {
                    found.computeIfAbsent(id, first -> new ArrayList<>()).add(points);
                }
            }
        }
        return found;
    }
}
