package io.fairlead.job.queue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.core.event.Event;
import io.fairlead.core.rows.Rows;
import io.fairlead.job.upload.Uploads;
import io.fairlead.job.upload.Uploads.HandedIn;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Ends attempts. The results, the attempt's row and the event commit with the job's new state, and only while the lease
 * is the one that the job's row names: whatever a stale worker brings is thrown away.
 *
 * <p>Endings that come while others are being stored are stored together after them, in one transaction: the more there
 * is to do the less each costs, and one that comes alone does not wait.
 */
@ApplicationScoped
public class Completer {

    /** Locks come in the order of ids, as in {@link Heartbeat}, so that no two statements wait for each other. */
    static final String END =
            """
            with ending as materialized (
                select * from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::boolean[], $6::int[], $7::text[],
                                     $8::timestamptz[], $9::text[], $10::text[], $11::timestamptz[])
                    as ending(id, attempt, worker, state, is_final, errors, message, ready_at, outcome, results, at)
            ), held as materialized (
                select id from job where id = any(array(select id from ending)) order by id for no key update
            ), ended as (
                update job
                set state = case job.state when 'cancelling' then 'dismissed' else ending.state end,
                    errors = job.errors + case job.state when 'cancelling' then 0 else ending.errors end,
                    ready_at = case job.state when 'cancelling' then ending.at
                        else coalesce(ending.ready_at, ending.at) end,
                    message = case when job.state = 'cancelling' or ending.state = 'dismissed'
                        then job.message else ending.message end,
                    progress = case when job.state = 'running' and ending.state = 'successful'
                        then 100 else job.progress end,
                    finished_at = case when job.state = 'cancelling' or ending.is_final then ending.at end,
                    worker = null, lease_until = null, updated_at = ending.at, version = job.version + 1
                from ending
                where job.id = any(array(select id from held)) and job.id = ending.id
                    and job.attempt = ending.attempt and job.worker = ending.worker
                    and job.state in ('running', 'cancelling')
                returning %1$s, ending.worker as ender, ending.at, ending.outcome, ending.results
            ), seat as (
                update licence_seat set job_id = null, attempt = null, held_since = null
                from ended
                where licence_seat.job_id = ended.id and licence_seat.attempt = ended.attempt
            ), attempt as (
                insert into job_attempt (job_id, attempt, worker, started_at, finished_at, outcome, message)
                select id, attempt, ender, attempt_started_at, at,
                       case state when 'dismissed' then 'dismissed' else outcome end, message
                from ended
            ), output as (
                insert into job_output (job_id, name, value)
                select ended.id, result.key, result.value
                from ended, jsonb_each(case ended.state when 'successful' then ended.results::jsonb end) as result
            )
            select %2$s from ended
            """
                    .formatted(Job.columns("job"), Job.columns("ended"));

    private final Pool pool;
    private final Announcer announcer;
    private final List<Publication> publications;
    private final Uploads uploads;
    private final Together<UUID, Ended, Job> together = new Together<>(
            this::store, ended -> ended.results() == null ? 0 : ended.results().length());

    Completer(Pool pool, Announcer announcer, @All List<Publication> publications, Uploads uploads) {
        this.uploads = uploads;
        this.pool = pool;
        this.announcer = announcer;
        this.publications = publications;
    }

    /** An attempt's end; its results as JSON text, null if there are none. */
    private record Ended(Lease lease, Ending ending, String results, Instant at) {

        static Ended of(Lease lease, Ending ending, Instant at) {
            return new Ended(
                    lease,
                    ending,
                    ending.outputs() == null ? null : ending.outputs().toString(),
                    at);
        }
    }

    /**
     * Ends an attempt. If its job is being cancelled it is dismissed, however the attempt ended.
     *
     * @return the job as it now is; empty when the lease no longer held and nothing was changed; fails with
     *     {@link io.fairlead.job.upload.IncompleteUpload} when parts are missing, and then nothing was changed either
     */
    public Uni<Optional<Job>> end(Lease lease, Ending ending, Instant now) {
        return together.submit(lease.job(), Ended.of(lease, ending, now));
    }

    private Uni<Map<UUID, Job>> store(List<Ended> all) {
        return pool.withTransaction(transaction -> OnePlan.execute(transaction, END, parameters(all))
                .map(Job::list)
                .call(jobs -> uploads.handIn(transaction, handedIn(jobs, all)))
                .call(jobs -> announcer.tell(transaction, jobs, published(jobs, all)))
                .map(jobs -> jobs.stream().collect(Collectors.toMap(Job::id, Function.identity()))));
    }

    /** What the jobs that succeeded have sent before: their rows are locked now, so no part comes any more. */
    private static List<HandedIn> handedIn(List<Job> jobs, List<Ended> all) {
        Set<UUID> successful = jobs.stream()
                .filter(job -> job.state() == JobState.SUCCESSFUL)
                .map(Job::id)
                .collect(Collectors.toSet());
        return all.stream()
                .flatMap(ended -> ended.ending().uploads().stream())
                .filter(upload -> successful.contains(upload.key().job()))
                .toList();
    }

    private List<Event> published(List<Job> jobs, List<Ended> all) {
        Map<UUID, ObjectNode> outputs = all.stream()
                .filter(ended -> ended.ending().outputs() != null)
                .collect(Collectors.toMap(
                        ended -> ended.lease().job(), ended -> ended.ending().outputs()));
        return jobs.stream()
                .filter(job -> job.state() == JobState.SUCCESSFUL)
                .flatMap(job -> publications.stream()
                        .flatMap(publication -> published(publication, job, outputs.get(job.id())).stream()))
                .toList();
    }

    private static List<Event> published(Publication publication, Job job, ObjectNode outputs) {
        try {
            return publication.of(job, outputs);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("the results of job %s cannot be published".formatted(job.id()), e);
        }
    }

    private static Tuple parameters(List<Ended> all) {
        return Tuple.tuple()
                .addArrayOfUUID(each(all, ended -> ended.lease().job(), UUID[]::new))
                .addArrayOfInteger(each(all, ended -> ended.lease().attempt(), Integer[]::new))
                .addArrayOfString(each(all, ended -> ended.lease().worker(), String[]::new))
                .addArrayOfString(each(all, ended -> ended.ending().state().label(), String[]::new))
                .addArrayOfBoolean(each(all, ended -> ended.ending().state().isFinal(), Boolean[]::new))
                .addArrayOfInteger(each(all, ended -> ended.ending().errors(), Integer[]::new))
                .addArrayOfString(each(all, ended -> ended.ending().message(), String[]::new))
                .addArrayOfOffsetDateTime(
                        each(all, ended -> Rows.utc(ended.ending().readyAt()), OffsetDateTime[]::new))
                .addArrayOfString(each(all, ended -> ended.ending().outcome(), String[]::new))
                .addArrayOfString(each(all, Ended::results, String[]::new))
                .addArrayOfOffsetDateTime(each(all, ended -> Rows.utc(ended.at()), OffsetDateTime[]::new));
    }

    private static <T> T[] each(List<Ended> all, Function<Ended, T> part, IntFunction<T[]> newArray) {
        return all.stream().map(part).toArray(newArray);
    }
}
