package io.fairlead.job.queue;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/**
 * Forgets jobs that ended long ago, with their inputs, results, attempts, logs and events; a batch at a time. One whose results
 * others have too is kept until these are forgotten.
 */
@ApplicationScoped
public class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final int BATCH = 500;
    private static final String FORGET =
            """
            delete from job where id in (
                select id from job
                where finished_at < $1 and not exists (select from job as other where other.reused_from = job.id)
                order by finished_at limit $2 for update skip locked)
            """;

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
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC).minus(config.retention()), BATCH))
                .map(rows -> rows.rowCount())
                .chain(count -> count < BATCH
                        ? Uni.createFrom().item(count)
                        : forget(now).map(more -> count + more));
    }
}
