package io.fairlead.job.queue;

import io.fairlead.core.outbox.Outbox;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Makes and reads the rows of queue tests. */
@ApplicationScoped
class QueueRows {

    private static final String INSERT =
            """
            with accepted as (
                insert into job (process, process_version, priority, created_by, created_by_name,
                                 ready_at, created_at, updated_at)
                select $1, '1', $2, 'subject', 'name', $3, $3, $3 from generate_series(1, $4)
                returning job.*
            ), input as (
                insert into job_input (job_id, name, value) select id, 'message', '"hello"' from accepted
            )
            select * from accepted
            """;

    private final Pool pool;
    private final Outbox outbox;

    QueueRows(Pool pool, Outbox outbox) {
        this.pool = pool;
        this.outbox = outbox;
    }

    /** The name of a process that no other test and no built-in worker knows. */
    String newProcess() {
        return "test-" + UUID.randomUUID();
    }

    Job insert(String process, int priority, Instant created) {
        return insert(process, priority, created, 1).get(0);
    }

    List<Job> insert(String process, int priority, Instant created, int count) {
        return pool.withTransaction(transaction -> transaction
                        .preparedQuery(INSERT)
                        .execute(Tuple.of(process, priority, created.atOffset(ZoneOffset.UTC), count))
                        .map(Job::list)
                        .call(jobs -> outbox.append(transaction, JobEvent.of(jobs))))
                .await()
                .indefinitely();
    }

    Job find(UUID id) {
        return Job.list(pool.preparedQuery("select * from job where id = $1")
                        .execute(Tuple.of(id))
                        .await()
                        .indefinitely())
                .get(0);
    }

    long outputs(UUID id) {
        return count("select count(*) as n from job_output where job_id = $1", id);
    }

    long attempts(UUID id) {
        return count("select count(*) as n from job_attempt where job_id = $1", id);
    }

    private long count(String query, UUID id) {
        return pool.preparedQuery(query)
                .execute(Tuple.of(id))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong("n");
    }
}
