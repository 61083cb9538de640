package io.fairlead.job.queue;

import io.fairlead.core.event.Event;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Ends attempts. The results, the attempt's row and the event commit with the job's new state, and only while the lease
 * is the one that the job's row names: whatever a stale worker brings is thrown away.
 */
@ApplicationScoped
public class Completer {

    private static final String END =
            """
            with ended as (
                update job
                set state = $6, errors = errors + $7, ready_at = coalesce($9::timestamptz, $5::timestamptz),
                    message = case when $6 = 'dismissed' then message else $8 end,
                    progress = case when $6 = 'successful' then 100 else progress end,
                    finished_at = case when $10::boolean then $5 end,
                    worker = null, lease_until = null, updated_at = $5, version = version + 1
                where id = $1 and attempt = $2 and worker = $3 and state = $4
                returning job.*
            ), seat as (
                update licence_seat set job_id = null, attempt = null, held_since = null
                from ended
                where licence_seat.job_id = ended.id and licence_seat.attempt = ended.attempt
            ), attempt as (
                insert into job_attempt (job_id, attempt, worker, started_at, finished_at, outcome, message)
                select id, attempt, $3, attempt_started_at, $5, $11, message from ended
            ), output as (
                insert into job_output (job_id, name, value)
                select ended.id, result.key, result.value from ended, jsonb_each($12::text::jsonb) as result
            )
            select * from ended
            """;

    private final Pool pool;
    private final Announcer announcer;
    private final List<Publication> publications;

    Completer(Pool pool, Announcer announcer, @All List<Publication> publications) {
        this.pool = pool;
        this.announcer = announcer;
        this.publications = publications;
    }

    /**
     * Ends an attempt. If its job is being cancelled it is dismissed, however the attempt ended.
     *
     * @return the job as it now is; empty when the lease no longer held and nothing was changed
     */
    public Uni<Optional<Job>> end(Lease lease, Ending ending, Instant now) {
        return pool.withTransaction(transaction -> end(transaction, lease, JobState.RUNNING, ending, now)
                .chain(jobs -> jobs.isEmpty()
                        ? end(transaction, lease, JobState.CANCELLING, Ending.dismissed(), now)
                        : Uni.createFrom().item(jobs))
                .call(jobs -> announcer.tell(transaction, jobs, published(jobs, ending)))
                .map(jobs -> jobs.stream().findFirst()));
    }

    private List<Event> published(List<Job> jobs, Ending ending) {
        return jobs.stream()
                .filter(job -> job.state() == JobState.SUCCESSFUL)
                .flatMap(job ->
                        publications.stream().flatMap(publication -> publication.of(job, ending.outputs()).stream()))
                .toList();
    }

    private static Uni<List<Job>> end(
            SqlConnection transaction, Lease lease, JobState from, Ending ending, Instant now) {
        OffsetDateTime readyAt =
                ending.readyAt() == null ? null : ending.readyAt().atOffset(ZoneOffset.UTC);
        Tuple parameters = Tuple.tuple()
                .addUUID(lease.job())
                .addInteger(lease.attempt())
                .addString(lease.worker())
                .addString(from.label())
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                .addString(ending.state().label())
                .addInteger(ending.errors())
                .addString(ending.message())
                .addOffsetDateTime(readyAt)
                .addBoolean(ending.state().isFinal())
                .addString(ending.outcome())
                .addString(ending.outputs() == null ? null : ending.outputs().toString());
        return transaction.preparedQuery(END).execute(parameters).map(Job::list);
    }
}
