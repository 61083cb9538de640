package io.fairlead.telemetry.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How large the store's tables are, by what PostgreSQL keeps in its books: no table is read but the small head. */
@ApplicationScoped
class StoreSize {

    static final List<String> TABLES = List.of("head", "block", "power_window", "batch", "analytics_result");

    private static final String HEAD =
            """
            select coalesce(sum(readings), 0)::bigint as readings,
                coalesce(extract(epoch from now() - min(received_at)), 0)::float8 as age
            from head
            """;
    private static final String SIZES =
            """
            select parent.relname as name,
                count(*) filter (where part.oid <> parent.oid) as partitions,
                coalesce(sum(coalesce(nullif(stat.n_live_tup, 0), greatest(part.reltuples, 0)))
                    filter (where part.relkind = 'r'), 0)::float8 as rows,
                coalesce(sum(pg_total_relation_size(part.oid)) filter (where part.relkind = 'r'), 0)::bigint as bytes,
                min(part.relname) filter (where part.oid <> parent.oid) as first
            from unnest($1::text[]) name
            join pg_class parent on parent.oid = to_regclass(name)
            cross join lateral (
                select parent.oid union all select i.inhrelid from pg_inherits i where i.inhparent = parent.oid) own
            join pg_class part on part.oid = own.oid
            left join pg_stat_all_tables stat on stat.relid = part.oid
            group by parent.relname
            """;
    private static final int NAME_OF_DAY = 8;

    private final Pool pool;

    StoreSize(Pool pool) {
        this.pool = pool;
    }

    /**
     * What waits to be sealed.
     *
     * @param readings how many
     * @param age how long the oldest has waited, in seconds
     */
    record Unsealed(long readings, double age) {}

    /**
     * A table with its partitions.
     *
     * @param rows an estimate
     * @param bytes with its indexes and what is stored out of line
     * @param oldest the first day of its oldest partition, or null when it has none
     */
    record Size(long partitions, double rows, long bytes, LocalDate oldest) {}

    Uni<Unsealed> unsealed() {
        return pool.query(HEAD)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new Unsealed(row.getLong("readings"), row.getDouble("age")));
    }

    Uni<Map<String, Size>> tables() {
        return pool.preparedQuery(SIZES)
                .execute(Tuple.of((Object) TABLES.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Size> sizes = new HashMap<>();
                    rows.forEach(row -> sizes.put(row.getString("name"), size(row)));
                    return sizes;
                });
    }

    private static Size size(Row row) {
        return new Size(
                row.getLong("partitions"),
                row.getDouble("rows"),
                row.getLong("bytes"),
                day(row.getString("name"), row.getString("first")));
    }

    /** The day in a partition's name, or the first of the month in it. */
    private static LocalDate day(String table, String partition) {
        if (partition == null) {
            return null;
        }
        String suffix = partition.substring(table.length() + 1);
        return LocalDate.parse(
                suffix.length() == NAME_OF_DAY ? suffix : suffix + "01", DateTimeFormatter.BASIC_ISO_DATE);
    }
}
