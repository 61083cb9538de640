package io.fairlead.job.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.core.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Gives ready jobs to workers. Locked rows are skipped, so claimers neither wait for each other nor get the same job;
 * each process is looked up by itself, so jobs that the worker cannot run stand in nobody's way.
 */
@ApplicationScoped
public class Claimer {

    private static final String CLAIM =
            """
            with candidate as (
                select ready.id
                from unnest($1::text[]) as wanted(process)
                cross join lateral (
                    select id, priority, ready_at from job
                    where state = 'queued' and process = wanted.process
                    order by priority desc, ready_at, id
                    limit $2
                    for update skip locked
                ) as ready
                order by ready.priority desc, ready.ready_at, ready.id
                limit $2
            )
            update job
            set state = 'running', attempt = attempt + 1, worker = $3, lease_until = $5, progress = 0, message = null,
                started_at = coalesce(started_at, $4), attempt_started_at = $4, updated_at = $4, version = version + 1
            from candidate
            where job.id = candidate.id
            returning job.*, (
                select coalesce(jsonb_object_agg(name, value), '{}')::text from job_input where job_id = job.id
            ) as inputs
            """;

    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final QueueConfig config;

    Claimer(Pool pool, Outbox outbox, ObjectMapper json, QueueConfig config) {
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
        this.config = config;
    }

    /**
     * Claims the most urgent ready jobs.
     *
     * @param worker who will hold the leases
     * @param processes what that worker can run
     * @param most at most this many
     * @param now when the leases begin
     */
    public Uni<List<ClaimedJob>> claim(String worker, Collection<String> processes, int most, Instant now) {
        Tuple parameters = Tuple.of(
                processes.toArray(String[]::new),
                (long) most,
                worker,
                now.atOffset(ZoneOffset.UTC),
                now.plus(config.lease()).atOffset(ZoneOffset.UTC));
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(CLAIM)
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(this::claimed)
                        .toList())
                .call(claimed -> outbox.append(
                        transaction,
                        JobEvent.of(claimed.stream().map(ClaimedJob::job).toList()))));
    }

    private ClaimedJob claimed(Row row) {
        try {
            return new ClaimedJob(Job.of(row), json.readValue(row.getString("inputs"), ObjectNode.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored inputs are not JSON", e);
        }
    }
}
