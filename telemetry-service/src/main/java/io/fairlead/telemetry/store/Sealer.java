package io.fairlead.telemetry.store;

import io.fairlead.telemetry.block.HeadBody;
import io.fairlead.telemetry.block.Points;
import io.micrometer.core.instrument.Timer;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns what waits in the head into blocks. One transaction takes the oldest rows of the head away and puts their blocks
 * in, so a crash at any moment leaves either; one sealer works at a time, whichever instance it runs in.
 */
@ApplicationScoped
public class Sealer {

    private static final String DUE =
            """
            select coalesce(sum(readings), 0)::bigint >= $1 or min(received_at) < $2 as due from head
            """;
    private static final String FENCE =
            "with lock as materialized (select pg_advisory_xact_lock(%s)) select max(id) as last from head, lock"
                    .formatted(HeadTable.LOCK_ID);
    private static final String LEAD =
            "select pg_try_advisory_xact_lock(hashtextextended(current_schema() || '.sealer', 0)) as lead";
    private static final String TAKE =
            """
            delete from head where id in (
                select id from (
                    select id, sum(readings) over (order by id) - readings as before from head where id <= $1) oldest
                where before < $2)
            returning id, body
            """;

    private final Pool pool;
    private final BlockTable blocks;
    private final FragmentedDays days;
    private final LastTable last;
    private final StoreRules rules;
    private final StoreMetrics metrics;
    private final Clock clock;
    private final Vertx vertx;

    Sealer(
            Pool pool,
            BlockTable blocks,
            FragmentedDays days,
            LastTable last,
            StoreRules rules,
            StoreMetrics metrics,
            Clock clock,
            Vertx vertx) {
        this.pool = pool;
        this.blocks = blocks;
        this.days = days;
        this.last = last;
        this.rules = rules;
        this.metrics = metrics;
        this.clock = clock;
        this.vertx = vertx;
    }

    @Scheduled(every = "${fairlead.store.seal-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sealWhenDue() {
        OffsetDateTime before = OffsetDateTime.now(clock).minus(rules.sealAfter());
        return pool.preparedQuery(DUE)
                .execute(Tuple.of(rules.sealReadings(), before))
                .map(rows -> Boolean.TRUE.equals(rows.iterator().next().getBoolean("due")))
                .chain(due -> due ? seal() : Uni.createFrom().voidItem());
    }

    /** Seals all that is in the head now. */
    public Uni<Void> seal() {
        return pool.withTransaction(transaction -> transaction.query(FENCE).execute())
                .map(rows -> rows.iterator().next().getLong("last"))
                .chain(id -> id == null ? Uni.createFrom().voidItem() : sealUpTo(id));
    }

    private Uni<Void> sealUpTo(long id) {
        Timer.Sample since = metrics.start();
        return pool.withTransaction(transaction -> transaction
                        .query(LEAD)
                        .execute()
                        .chain(rows -> rows.iterator().next().getBoolean("lead")
                                ? some(transaction, id)
                                : Uni.createFrom().item(0)))
                .chain(rows -> {
                    if (rows == 0) {
                        return Uni.createFrom().voidItem();
                    }
                    metrics.sealed(since);
                    return sealUpTo(id);
                });
    }

    private Uni<Integer> some(SqlConnection transaction, long id) {
        return transaction
                .preparedQuery(TAKE)
                .execute(Tuple.of(id, (long) rules.sealMost()))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(0)
                        : vertx.executeBlocking(() -> Sealed.of(bodies(rows)))
                                .chain(done -> blocks.insert(transaction, done.blocks())
                                        .chain(() -> days.note(transaction, done.blocks()))
                                        .chain(() -> last.keep(transaction, done.newest())))
                                .replaceWith(rows.size()));
    }

    private static Map<Long, byte[]> bodies(RowSet<Row> rows) {
        Map<Long, byte[]> bodies = new HashMap<>();
        rows.forEach(row -> bodies.put(row.getLong("id"), row.getBuffer("body").getBytes()));
        return bodies;
    }

    /** Rows of the head as blocks, and the newest reading of each series in them. */
    record Sealed(List<Block> blocks, Map<Long, Points> newest) {

        static Sealed of(Map<Long, byte[]> bodies) {
            Map<Long, List<Points>> runs = new HashMap<>();
            long seq = Long.MIN_VALUE;
            for (long id : bodies.keySet().stream().sorted().toList()) {
                seq = Math.max(seq, id);
                for (HeadBody.Part part : HeadBody.parts(bodies.get(id))) {
                    runs.computeIfAbsent(part.series(), first -> new ArrayList<>())
                            .add(part.points());
                }
            }
            List<Block> blocks = new ArrayList<>();
            Map<Long, Points> newest = new HashMap<>();
            for (Map.Entry<Long, List<Points>> series : runs.entrySet()) {
                Points points = Points.merge(series.getValue());
                blocks.addAll(Block.of(series.getKey(), points, seq));
                newest.put(series.getKey(), newest(points));
            }
            return new Sealed(blocks, newest);
        }

        private static Points newest(Points points) {
            return points.slice(points.time(points.size() - 1), Long.MAX_VALUE);
        }
    }
}
