package io.fairlead.telemetry.store;

import io.fairlead.core.rows.Rows;
import io.fairlead.telemetry.block.BlockCodec;
import io.fairlead.telemetry.block.Points;
import io.fairlead.telemetry.store.FragmentedDays.Noted;
import io.micrometer.core.instrument.Timer;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Rewrites the many small blocks that a series gets in a day into one. Days that are over are brought to one block each;
 * today's when there are several. Only days into which something was sealed since are looked at. A transaction of its own
 * for each series and day: a crash leaves the old blocks or the new one.
 */
@ApplicationScoped
public class Compactor {

    private static final Logger LOG = Logger.getLogger(Compactor.class);
    private static final int AT_ONCE = 1_000;
    private static final String IS_FRAGMENTED = "count(*) > 1 + sum(readings) / " + Heads.MOST_READINGS / 2;
    private static final String FRAGMENTED =
            """
            select series_id from block where day = $1
            group by series_id
            having %s and count(*) >= $2
            order by count(*) desc
            limit %d
            """
                    .formatted(IS_FRAGMENTED, AT_ONCE);
    private static final String LOCK =
            "select pg_try_advisory_xact_lock(hashtextextended(current_schema() || '.compactor', $1)) as alone";
    // Another instance may have rewritten them since they were found.
    private static final String TAKE =
            """
            with found as (select %s as fragmented from block where series_id = $1 and day = $2),
                taken as (
                    delete from block where series_id = $1 and day = $2 and (select fragmented from found)
                    returning seq, t0, data)
            select seq, data from taken order by seq, t0
            """
                    .formatted(IS_FRAGMENTED);

    private final Pool pool;
    private final BlockTable blocks;
    private final FragmentedDays days;
    private final StoreRules rules;
    private final StoreMetrics metrics;
    private final Clock clock;
    private final Vertx vertx;

    Compactor(
            Pool pool,
            BlockTable blocks,
            FragmentedDays days,
            StoreRules rules,
            StoreMetrics metrics,
            Clock clock,
            Vertx vertx) {
        this.pool = pool;
        this.blocks = blocks;
        this.days = days;
        this.rules = rules;
        this.metrics = metrics;
        this.clock = clock;
        this.vertx = vertx;
    }

    /** Rewrites what is worth it now. */
    @Scheduled(every = "${fairlead.store.compact-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> compact() {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        return days.all()
                .chain(noted -> inTurn(noted, day -> compact(day, day.day().isBefore(today))));
    }

    /** A day that is over stays noted until a look finds nothing to do; one that is not, until it is over. */
    private Uni<Void> compact(Noted noted, boolean over) {
        return pool.preparedQuery(FRAGMENTED)
                .execute(Tuple.of(noted.day(), over ? 1L : rules.compactBlocks()))
                .map(rows -> Rows.list(rows, row -> row.getLong("series_id")))
                .chain(found -> found.isEmpty() && over
                        ? days.done(noted)
                        : inTurn(found, series -> attempt(series, noted.day())));
    }

    /** What cannot be rewritten, because a block of it cannot be read, holds nothing else back. */
    private Uni<Void> attempt(long series, LocalDate day) {
        return rewrite(series, day)
                .onFailure()
                .invoke(failure -> LOG.warnf("compaction=failed series=%d day=%s reason=%s", series, day, failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> rewrite(long series, LocalDate day) {
        Timer.Sample since = metrics.start();
        return pool.withTransaction(transaction -> transaction
                        .preparedQuery(LOCK)
                        .execute(Tuple.of(series))
                        .chain(rows -> rows.iterator().next().getBoolean("alone")
                                ? merge(transaction, series, day)
                                : Uni.createFrom().item(false)))
                .invoke(merged -> {
                    if (merged) {
                        metrics.compacted(since);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Boolean> merge(SqlConnection transaction, long series, LocalDate day) {
        return transaction
                .preparedQuery(TAKE)
                .execute(Tuple.of(series, day))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(false)
                        : vertx.executeBlocking(() -> merged(series, rows))
                                .chain(merged -> blocks.insert(transaction, merged))
                                .replaceWith(true));
    }

    private static <T> Uni<Void> inTurn(List<T> items, Function<T, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .collect()
                .last();
    }

    private static List<Block> merged(long series, RowSet<Row> rows) {
        List<Points> runs = new ArrayList<>();
        long seq = Long.MIN_VALUE;
        for (Row row : rows) {
            seq = Math.max(seq, row.getLong("seq"));
            runs.add(BlockCodec.decode(row.getBuffer("data").getBytes()));
        }
        return Block.of(series, Points.merge(runs), seq);
    }
}
