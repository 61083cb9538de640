package io.fairlead.job.queue;

import io.fairlead.core.rows.Rows;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Forgets jobs that ended long ago, with their inputs, results, attempts, logs and events; a batch at a time. One whose results
 * others have too is kept until these are forgotten.
 */
@ApplicationScoped
public class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final int BATCH = 500;
    private static final String LOCK =
            """
            select id from job
            where finished_at < $1 and not exists (select from job as other where other.reused_from = job.id)
            order by finished_at limit $2 for update skip locked
            """;

    /** Looks once more, for a job may have been reused after {@link #LOCK} began to look and before it had the lock. */
    private static final String FORGET =
            """
            delete from job
            where id = any($1) and not exists (select from job as other where other.reused_from = job.id)
            """;

    private record Batch(int seen, int forgotten) {}

    private final Pool pool;
    private final QueueConfig config;
    private final Clock clock;

    Retention(Pool pool, QueueConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> everyHour() {
        return forget(clock.instant())
                .onFailure()
                .invoke(failure -> LOG.warnf("retention=failed reason=%s", failure.getMessage()))
                .onFailure()
                .recoverWithItem(0)
                .replaceWithVoid();
    }

    /**
     * Forgets what ended longer ago than {@code fairlead.queue.retention}, seen from then.
     *
     * @return how many jobs
     */
    public Uni<Integer> forget(Instant now) {
        return pool.withTransaction(transaction -> forgetSome(transaction, now))
                .chain(batch -> batch.seen() < BATCH
                        ? Uni.createFrom().item(batch.forgotten())
                        : forget(now).map(more -> batch.forgotten() + more));
    }

    private Uni<Batch> forgetSome(SqlConnection transaction, Instant now) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC).minus(config.retention()), BATCH))
                .map(rows -> Rows.list(rows, row -> row.getUUID("id")).toArray(UUID[]::new))
                .chain(jobs -> transaction
                        .preparedQuery(FORGET)
                        .execute(Tuple.of(jobs))
                        .map(rows -> new Batch(jobs.length, rows.rowCount())));
    }
}
