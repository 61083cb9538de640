package io.fairlead.telemetry.export;

import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.problem.Problems;
import io.fairlead.core.rows.Rows;
import io.fairlead.telemetry.aggregate.Function;
import io.fairlead.telemetry.store.Series;
import io.fairlead.telemetry.store.SeriesTable;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** The exports and their parts in the database. Everybody sees their own. */
@ApplicationScoped
class Exports {

    private static final String INSERT =
            """
            insert into export (owner, content, format, vessels, channels, labels, t0, t1, interval_length, functions, series,
                label_names, parts, estimated_rows, created_at, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            returning id
            """;
    private static final String INSERT_PARTS =
            """
            insert into export_part (export_id, number, vessel, t0, t1, estimated_rows)
            select $1, p.number, p.vessel, p.t0, p.t1, p.estimated_rows
            from unnest($2::text[], $3::bigint[], $4::bigint[], $5::bigint[])
                with ordinality as p(vessel, t0, t1, estimated_rows, number)
            """;
    private static final String LIST =
            """
            select %s from export e
            where e.owner = $1 and e.expires_at > $2 and e.id < $3 order by e.id desc limit $4
            """
                    .formatted(ExportRow.COLUMNS);
    private static final String ONE =
            """
            select %s from export e
            where e.owner = $1 and e.expires_at > $2 and e.id = $3
            """
                    .formatted(ExportRow.COLUMNS);
    private static final String DELETE = "delete from export where owner = $1 and id = $2";
    private static final String PARTS =
            """
            select number, vessel, t0, t1, estimated_rows from export_part
            where export_id = $1 and number >= $2::bigint and ($3::text[] is null or vessel = any($3))
            order by number limit $4
            """;
    private static final String SERIES =
            """
            select s.* from export e cross join unnest(e.series) as own(id) join series s on s.id = own.id
            where e.id = $1 and s.vessel = $2 order by s.id
            """;

    private final Pool pool;
    private final Clock clock;

    Exports(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** An export, and the names of the labels that its rows have columns for. */
    record Stored(Export export, Selection selection, List<String> labels) {}

    /** A part by its number. */
    record Numbered(int number, Slice slice) {}

    /** Keeps an export. */
    Uni<Export> keep(
            SqlConnection transaction,
            String owner,
            Selection selection,
            List<Series> series,
            List<String> labels,
            List<Slice> slices,
            Instant expiresAt) {
        Instant now = clock.instant();
        Export.Size size = new Export.Size(
                series.size(),
                slices.size(),
                slices.stream().mapToLong(Slice::rows).sum());
        Tuple row = Tuple.of(
                        owner, selection.content().text(), selection.format().toString())
                .addValue(texts(selection.vessels()))
                .addValue(texts(selection.channels()))
                .addValue(new JsonObject(Map.copyOf(selection.labels())))
                .addLong(selection.from())
                .addLong(selection.to())
                .addLong(selection.length())
                .addValue(
                        selection.functions() == null
                                ? null
                                : selection.functions().stream()
                                        .map(Function::text)
                                        .toArray(String[]::new))
                .addArrayOfLong(series.stream().map(Series::id).toArray(Long[]::new))
                .addArrayOfString(labels.toArray(String[]::new))
                .addInteger(size.parts())
                .addLong(size.rows())
                .addOffsetDateTime(Rows.utc(now))
                .addOffsetDateTime(Rows.utc(expiresAt));
        return transaction.preparedQuery(INSERT).execute(row).chain(inserted -> {
            long id = inserted.iterator().next().getLong("id");
            return transaction
                    .preparedQuery(INSERT_PARTS)
                    .execute(parts(id, slices))
                    .replaceWith(() -> Export.of("" + id, selection, size, now, expiresAt));
        });
    }

    private static Tuple parts(long id, List<Slice> slices) {
        return Tuple.of(id)
                .addArrayOfString(slices.stream().map(Slice::vessel).toArray(String[]::new))
                .addArrayOfLong(slices.stream().map(Slice::from).toArray(Long[]::new))
                .addArrayOfLong(slices.stream().map(Slice::to).toArray(Long[]::new))
                .addArrayOfLong(slices.stream().map(Slice::rows).toArray(Long[]::new));
    }

    /** Somebody's exports, the newest first. */
    Uni<Page<Export>> list(String owner, long before, Paging paging) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(owner, now(), before, paging.fetch()))
                .map(rows -> Page.of(
                        Rows.list(rows, row -> ExportRow.stored(row).export()),
                        paging,
                        export -> List.of(export.id())));
    }

    /** Somebody's export of that id; fails with 404 when there is none. */
    Uni<Stored> get(String owner, long id) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(owner, now(), id))
                .map(rows -> Rows.first(rows, ExportRow::stored).orElseThrow(() -> noSuch(id)));
    }

    private static RuntimeException noSuch(long id) {
        return Problems.notFound("You have no export " + id + ".");
    }

    /** Forgets somebody's export; fails with 404 when there is none. */
    Uni<Void> delete(String owner, long id) {
        return pool.preparedQuery(DELETE).execute(Tuple.of(owner, id)).map(rows -> {
            if (rows.rowCount() == 0) {
                throw noSuch(id);
            }
            return null;
        });
    }

    /**
     * An export's parts in order.
     *
     * @param first from this number on
     * @param vessels only of these; null for all
     */
    Uni<List<Numbered>> parts(long id, long first, List<String> vessels, int most) {
        return pool.preparedQuery(PARTS)
                .execute(Tuple.of(id, first, texts(vessels), most))
                .map(rows -> Rows.list(
                        rows,
                        row -> new Numbered(
                                row.getInteger("number"),
                                new Slice(
                                        row.getString("vessel"),
                                        row.getLong("t0"),
                                        row.getLong("t1"),
                                        row.getLong("estimated_rows")))));
    }

    /** The series of a vessel that an export has. */
    Uni<List<Series>> series(long id, String vessel) {
        return pool.preparedQuery(SERIES)
                .execute(Tuple.of(id, vessel))
                .map(rows -> Rows.list(rows, SeriesTable::series));
    }

    private OffsetDateTime now() {
        return Rows.utc(clock.instant());
    }

    private static String[] texts(List<String> texts) {
        return texts == null ? null : texts.toArray(String[]::new);
    }
}
