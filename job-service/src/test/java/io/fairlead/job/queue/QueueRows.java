package io.fairlead.job.queue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes and reads the rows of queue tests. */
@ApplicationScoped
class QueueRows {

    private static final String INSERT =
            """
            with accepted as (
                insert into job (process, process_version, priority, created_by, created_by_name,
                                 ready_at, created_at, updated_at, project, licence)
                select $1, '1', $2, $6, 'name', $3, $3, $3, $5, $7 from generate_series(1, $4)
                returning job.*
            ), input as (
                insert into job_input (job_id, name, value) select id, 'message', '"hello"' from accepted
            )
            select * from accepted
            """;

    /** Of more at once nothing is told: who reads the topic in other tests would read for long. */
    private static final int MOST_TOLD = 500;

    private final Pool pool;
    private final Announcer announcer;

    QueueRows(Pool pool, Announcer announcer) {
        this.pool = pool;
        this.announcer = announcer;
    }

    /** The name of a process that no other test and no built-in worker knows. */
    String newProcess() {
        return "test-" + UUID.randomUUID();
    }

    Job insert(String process, int priority, Instant created) {
        return insert(process, priority, created, 1).get(0);
    }

    List<Job> insert(String process, int priority, Instant created, int count) {
        return insert(process, null, "subject", null, priority, created, count);
    }

    /** Jobs of a project or, if that is null, of a person, which need a licence or, if that is null, none. */
    List<Job> insert(String process, String project, String person, String licence, Instant created, int count) {
        return insert(process, project, person, licence, 4, created, count);
    }

    private List<Job> insert(
            String process, String project, String person, String licence, int priority, Instant created, int count) {
        return pool.withTransaction(transaction -> transaction
                        .preparedQuery(INSERT)
                        .execute(Tuple.tuple()
                                .addString(process)
                                .addInteger(priority)
                                .addOffsetDateTime(created.atOffset(ZoneOffset.UTC))
                                .addInteger(count)
                                .addString(project)
                                .addString(person)
                                .addString(licence))
                        .map(Job::list)
                        .call(jobs ->
                                count > MOST_TOLD ? Uni.createFrom().voidItem() : announcer.tell(transaction, jobs)))
                .await()
                .indefinitely();
    }

    void seats(String licence, int seats) {
        pool.preparedQuery("insert into licence_seat (licence, number) select $1, n from generate_series(1, $2) as n")
                .execute(Tuple.of(licence, seats))
                .await()
                .indefinitely();
    }

    /** How many seats of a licence are held. */
    long held(String licence) {
        return pool.preparedQuery("select count(*) as n from licence_seat where licence = $1 and job_id is not null")
                .execute(Tuple.of(licence))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong("n");
    }

    /** How many jobs of a process are at work. */
    long running(String process) {
        return pool.preparedQuery(
                        "select count(*) as n from job where process = $1 and state in ('running', 'cancelling')")
                .execute(Tuple.of(process))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong("n");
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

    /** Which tables of a job's rows have any of this one. */
    List<String> tablesWith(UUID id) {
        return Stream.of("job_input", "job_output", "job_attempt", "job_event")
                .filter(table -> count("select count(*) as n from " + table + " where job_id = $1", id) > 0)
                .toList();
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
