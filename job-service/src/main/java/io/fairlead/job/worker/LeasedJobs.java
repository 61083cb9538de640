package io.fairlead.job.worker;

import io.fairlead.job.queue.Job;
import io.fairlead.job.queue.Lease;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The jobs that workers hold. What is found may change at once; only the fence of an ending decides. */
@ApplicationScoped
class LeasedJobs {

    private static final String FIND =
            """
            select * from job
            where id = $1 and attempt = $2 and worker = $3 and state in ('running', 'cancelling')
            """;

    private final Pool pool;

    LeasedJobs(Pool pool) {
        this.pool = pool;
    }

    /**
     * The job under this lease.
     *
     * @return fails with 409 when the lease is no longer held
     */
    Uni<Job> held(Lease lease) {
        return find(lease).map(job -> job.orElseThrow(OutsideWork::leaseLost));
    }

    private Uni<Optional<Job>> find(Lease lease) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(lease.job(), lease.attempt(), lease.worker()))
                .map(rows -> Job.list(rows).stream().findFirst());
    }
}
