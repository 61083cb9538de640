package io.fairlead.job.queue;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Takes back the leases of workers that have gone silent. Their jobs are ready again at once; one over which too many
 * workers died is quarantined, and one that was being cancelled is dismissed.
 */
@ApplicationScoped
public class Rescuer {

    private static final Logger LOG = Logger.getLogger(Rescuer.class);
    private static final long BATCH = 500;
    private static final String RESCUE =
            """
            with expired as (
                select id, worker as holder, state = 'running' as crashed from job
                where state in ('running', 'cancelling') and lease_until < $1
                order by lease_until
                limit $2
                for update skip locked
            ), rescued as (
                update job
                set state = case when not crashed then 'dismissed'
                                 when crashes + 1 >= $3 then 'quarantined'
                                 else 'queued' end,
                    crashes = crashes + crashed::int,
                    finished_at = case when not crashed or crashes + 1 >= $3 then $1 end,
                    message = case when crashed then 'Its worker went silent.' else message end,
                    worker = null, lease_until = null, ready_at = $1, updated_at = $1, version = version + 1
                from expired
                where job.id = expired.id
                returning job.*, holder, crashed
            ), seat as (
                update licence_seat set job_id = null, attempt = null, held_since = null
                from rescued
                where licence_seat.job_id = rescued.id and licence_seat.attempt = rescued.attempt
            ), attempt as (
                insert into job_attempt (job_id, attempt, worker, started_at, finished_at, outcome, message)
                select id, attempt, holder, attempt_started_at, $1,
                       case when crashed then 'crash' else 'dismissed' end, message
                from rescued
            )
            select * from rescued
            """;

    private final Pool pool;
    private final Announcer announcer;
    private final QueueConfig config;
    private final Clock clock;
    private final QueueMetrics metrics;

    Rescuer(Pool pool, Announcer announcer, QueueConfig config, Clock clock, QueueMetrics metrics) {
        this.pool = pool;
        this.announcer = announcer;
        this.config = config;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Scheduled(every = "${fairlead.queue.heartbeat:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> everyHeartbeat() {
        return rescue(clock.instant())
                .onFailure()
                .invoke(failure -> LOG.warnf("rescue=failed reason=%s", failure.getMessage()))
                .onFailure()
                .recoverWithItem(List.of())
                .replaceWithVoid();
    }

    /**
     * Takes back what had expired by then.
     *
     * @return the jobs as they now are
     */
    public Uni<List<Job>> rescue(Instant now) {
        return pool.withTransaction(transaction -> transaction
                        .preparedQuery(RESCUE)
                        .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), BATCH, config.maxCrashes()))
                        .map(Job::list)
                        .call(jobs -> announcer.tell(transaction, jobs)))
                .invoke(metrics::expired)
                .invoke(jobs -> jobs.forEach(job ->
                        LOG.warnf("job=%s attempt=%d lease=expired state=%s", job.id(), job.attempt(), job.state())));
    }
}
