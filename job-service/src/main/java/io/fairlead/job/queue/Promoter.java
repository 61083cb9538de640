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
 * Makes jobs ready whose pause after a failed attempt is over. Until then they stand in an index of their own, where no
 * claim looks. No event tells of it: that the job will be tried again was said when it failed.
 */
@ApplicationScoped
public class Promoter {

    private static final Logger LOG = Logger.getLogger(Promoter.class);
    private static final long BATCH = 1000;
    private static final String PROMOTE =
            """
            with due as (
                select id from job
                where state = 'retry-wait' and ready_at <= $1
                order by ready_at
                limit $2
                for update skip locked
            )
            update job set state = 'queued', updated_at = $1, version = version + 1
            from due where job.id = due.id
            """;

    private final Pool pool;
    private final Wake wake;
    private final Clock clock;

    Promoter(Pool pool, Wake wake, Clock clock) {
        this.pool = pool;
        this.wake = wake;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> everySecond() {
        return promote(clock.instant())
                .onFailure()
                .invoke(failure -> LOG.warnf("promote=failed reason=%s", failure.getMessage()))
                .onFailure()
                .recoverWithItem(0)
                .replaceWithVoid();
    }

    /**
     * Makes ready what was due by then.
     *
     * @return how many jobs
     */
    public Uni<Integer> promote(Instant now) {
        return pool.preparedQuery(PROMOTE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), BATCH))
                .map(rows -> rows.rowCount())
                .invoke(promoted -> {
                    if (promoted > 0) {
                        wake.ready();
                    }
                });
    }
}
