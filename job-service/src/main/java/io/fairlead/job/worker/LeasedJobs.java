package io.fairlead.job.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.job.queue.ClaimedJob;
import io.fairlead.job.queue.Job;
import io.fairlead.job.queue.Lease;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The jobs that workers hold. What is found may change at once; only the fence of an ending decides. */
@ApplicationScoped
public class LeasedJobs {

    private static final String FIND =
            """
            select %s from job
            where id = $1 and attempt = $2 and worker = $3 and state in ('running', 'cancelling')
            """
                    .formatted(Job.columns("job"));

    private static final String INPUTS =
            """
            select coalesce(jsonb_object_agg(name, value), '{}')::text as inputs from job_input where job_id = $1
            """;

    private final Pool pool;
    private final ObjectMapper json;

    LeasedJobs(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /**
     * The job under this lease.
     *
     * @return fails with 409 when the lease is no longer held
     */
    Uni<Job> held(Lease lease) {
        return find(lease).map(job -> job.orElseThrow(OutsideWork::leaseLost));
    }

    /** The job under this lease; empty when it is no longer held. */
    public Uni<Optional<Job>> find(Lease lease) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(lease.job(), lease.attempt(), lease.worker()))
                .map(rows -> Job.list(rows).stream().findFirst());
    }

    /**
     * The job as its worker was given it.
     *
     * @return fails with 409 when the lease is no longer held
     */
    Uni<ClaimedJob> claimed(Lease lease) {
        return held(lease).chain(job -> inputs(lease).map(inputs -> new ClaimedJob(job, inputs)));
    }

    private Uni<ObjectNode> inputs(Lease lease) {
        return pool.preparedQuery(INPUTS)
                .execute(Tuple.of(lease.job()))
                .map(rows -> read(rows.iterator().next().getString("inputs")));
    }

    private ObjectNode read(String inputs) {
        try {
            return json.readValue(inputs, ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored inputs are not JSON", e);
        }
    }
}
