package io.fairlead.telemetry.store;

import io.fairlead.telemetry.block.BlockCodec;
import io.fairlead.telemetry.block.Points;
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
import java.util.stream.StreamSupport;

/**
 * Rewrites the many small blocks that a series gets in a day into one. Days that are over are brought to one block each;
 * today's when there are several. A transaction of its own for each series and day: a crash leaves the old blocks or the
 * new one.
 */
@ApplicationScoped
public class Compactor {

    private static final int AT_ONCE = 1_000;
    private static final String FRAGMENTED =
            """
            select series_id, day from block
            group by series_id, day
            having count(*) > 1 + sum(readings) / %d
                and (count(*) >= $1 or day < $2)
            order by count(*) desc
            limit %d
            """
                    .formatted(Heads.MOST_READINGS / 2, AT_ONCE);
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended(current_schema() || '.compactor', $1))";
    private static final String TAKE =
            """
            with taken as (delete from block where series_id = $1 and day = $2 returning seq, t0, data)
            select seq, data from taken order by seq, t0
            """;

    private final Pool pool;
    private final BlockTable blocks;
    private final StoreRules rules;
    private final Clock clock;
    private final Vertx vertx;

    Compactor(Pool pool, BlockTable blocks, StoreRules rules, Clock clock, Vertx vertx) {
        this.pool = pool;
        this.blocks = blocks;
        this.rules = rules;
        this.clock = clock;
        this.vertx = vertx;
    }

    private record Fragments(long series, LocalDate day) {}

    /** Rewrites what is worth it now. */
    @Scheduled(every = "${fairlead.store.compact-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> compact() {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        return pool.preparedQuery(FRAGMENTED)
                .execute(Tuple.of((long) rules.compactBlocks(), today))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Fragments(row.getLong("series_id"), row.getLocalDate("day")))
                        .toList())
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(
                                fragments -> pool.withTransaction(transaction -> rewrite(transaction, fragments)))
                        .collect()
                        .last());
    }

    private Uni<Void> rewrite(SqlConnection transaction, Fragments fragments) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(fragments.series()))
                .chain(() -> transaction.preparedQuery(TAKE).execute(Tuple.of(fragments.series(), fragments.day())))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().voidItem()
                        : vertx.executeBlocking(() -> merged(fragments.series(), rows))
                                .chain(merged -> blocks.insert(transaction, merged)));
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
