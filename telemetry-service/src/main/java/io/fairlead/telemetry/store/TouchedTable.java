package io.fairlead.telemetry.store;

import io.fairlead.core.rows.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Notes, in the transaction that accepts readings, whose windows have to be computed anew. */
@ApplicationScoped
class TouchedTable {

    /** At most this many notes are taken at once. */
    static final int MOST = 200;

    private static final String NOTE =
            """
            insert into touched (vessel, series, lower, upper)
            select vessel, array_agg(series), array_agg(lower), array_agg(upper)
            from unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[]) as span(vessel, series, lower, upper)
            group by vessel
            """;
    private static final String VESSELS = "select distinct vessel from touched";
    private static final String TAKE =
            """
            delete from touched where id in (
                select id from touched where vessel = $1 order by id limit %d for update %s)
            returning series, lower, upper
            """;
    private static final String TAKE_FREE = TAKE.formatted(MOST, "skip locked");
    private static final String TAKE_ALL = TAKE.formatted(MOST, "");

    /** A span of a series that is known by its id only. */
    record Span(long lower, long upper) {}

    /**
     * Notes taken from the table.
     *
     * @param notes how many
     * @param spans what they say, by series
     */
    record Taken(int notes, Map<Long, List<Span>> spans) {}

    /** Notes spans of some vessels' series: a note for each vessel. */
    Uni<Void> note(SqlConnection transaction, List<Touched> touched) {
        if (touched.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple row = Tuple.tuple()
                .addArrayOfString(
                        touched.stream().map(span -> span.series().vessel()).toArray(String[]::new))
                .addArrayOfLong(touched.stream().map(span -> span.series().id()).toArray(Long[]::new))
                .addArrayOfLong(touched.stream().map(Touched::lower).toArray(Long[]::new))
                .addArrayOfLong(touched.stream().map(Touched::upper).toArray(Long[]::new));
        return transaction.preparedQuery(NOTE).execute(row).replaceWithVoid();
    }

    /** The vessels of which something is noted. */
    Uni<List<String>> vessels(SqlClient client) {
        return client.query(VESSELS).execute().map(rows -> Rows.list(rows, row -> row.getString("vessel")));
    }

    /**
     * Takes some of a vessel's notes away.
     *
     * @param patient whether to wait for notes that another transaction is taking, or to leave them to it
     */
    Uni<Taken> take(SqlConnection transaction, String vessel, boolean patient) {
        return transaction
                .preparedQuery(patient ? TAKE_ALL : TAKE_FREE)
                .execute(Tuple.of(vessel))
                .map(rows -> new Taken(rows.size(), spans(rows)));
    }

    private static Map<Long, List<Span>> spans(Iterable<Row> rows) {
        Map<Long, List<Span>> spans = new HashMap<>();
        for (Row row : rows) {
            Long[] ids = row.getArrayOfLongs("series");
            Long[] lower = row.getArrayOfLongs("lower");
            Long[] upper = row.getArrayOfLongs("upper");
            for (int i = 0; i < ids.length; i++) {
                spans.computeIfAbsent(ids[i], first -> new ArrayList<>()).add(new Span(lower[i], upper[i]));
            }
        }
        return spans;
    }
}
