package io.fairlead.job.queue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/**
 * Calls jobs off: one that waits is dismissed at once, one that runs as soon as its worker lets go. From the answer on
 * neither can end any other way.
 */
@ApplicationScoped
public class Dismisser {

    private static final String DISMISS =
            """
            update job
            set state = case state when 'running' then 'cancelling' else 'dismissed' end,
                finished_at = case state when 'running' then null else $2::timestamptz end,
                message = $3, updated_at = $2, version = version + 1
            where id = $1 and state in ('queued', 'retry-wait', 'running')
            returning job.*
            """;

    private final Pool pool;
    private final Announcer announcer;

    Dismisser(Pool pool, Announcer announcer) {
        this.pool = pool;
        this.announcer = announcer;
    }

    /**
     * Calls a job off.
     *
     * @param who the name that the job's message will give
     * @return the job as it now is; empty when there is none or it had ended or was called off before
     */
    public Uni<Optional<Job>> dismiss(UUID id, String who, Instant now) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(DISMISS)
                .execute(Tuple.of(id, now.atOffset(ZoneOffset.UTC), "Dismissed by " + who + "."))
                .map(Job::list)
                .call(jobs -> announcer.tell(transaction, jobs))
                .map(jobs -> jobs.stream().findFirst()));
    }
}
