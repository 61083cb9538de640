package io.fairlead.telemetry.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Drops a table's partitions, the oldest first, each in a transaction of its own and by one instance at a time. Whoever
 * cannot have a partition soon, because it is being read, leaves it for the next time: a waiting drop would hold back
 * every question that comes after it.
 */
@ApplicationScoped
class Partitions {

    private static final Logger LOG = Logger.getLogger(Partitions.class);
    private static final String LEAD =
            "select pg_try_advisory_xact_lock(hashtextextended(current_schema() || '.partitions', 0)) as lead";
    private static final String FIRST =
            """
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = $1::text::regclass and c.relname < $2 order by c.relname limit 1
            """;
    private static final String BRIEFLY = "set local lock_timeout = '2s'";

    private final Pool pool;

    Partitions(Pool pool) {
        this.pool = pool;
    }

    /**
     * Drops a table's partitions before one.
     *
     * @param suffix what a partition's name has behind the table's; it sorts as the partitions' times do
     * @return how many are dropped
     */
    Uni<Integer> dropBefore(String table, String suffix) {
        return Multi.createBy()
                .repeating()
                .uni(() -> pool.withTransaction(transaction -> dropFirst(transaction, table, table + "_" + suffix)))
                .whilst(dropped -> dropped > 0)
                .collect()
                .with(Collectors.summingInt(Integer::intValue))
                .onFailure()
                .invoke(failure -> LOG.warnf("retention=waiting table=%s reason=%s", table, failure.getMessage()))
                .onFailure()
                .recoverWithItem(0);
    }

    private Uni<Integer> dropFirst(SqlConnection transaction, String table, String before) {
        return transaction
                .query(LEAD)
                .execute()
                .chain(rows -> rows.iterator().next().getBoolean("lead")
                        ? transaction.preparedQuery(FIRST).execute(Tuple.of(table, before))
                        : Uni.createFrom().nullItem())
                .chain(rows -> rows == null || rows.size() == 0
                        ? Uni.createFrom().item(0)
                        : drop(transaction, rows.iterator().next().getString("relname")));
    }

    private static Uni<Integer> drop(SqlConnection transaction, String partition) {
        return transaction
                .query(BRIEFLY)
                .execute()
                .chain(() -> transaction.query("drop table " + partition).execute())
                .invoke(() -> LOG.infof("retention=dropped partition=%s", partition))
                .replaceWith(1);
    }
}
