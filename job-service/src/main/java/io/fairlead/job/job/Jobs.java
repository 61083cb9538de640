package io.fairlead.job.job;

import io.fairlead.core.identity.Caller;
import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.rows.Rows;
import io.fairlead.core.time.Rfc3339;
import io.fairlead.job.ogc.OgcProblems;
import io.fairlead.job.project.Person;
import io.fairlead.job.queue.Job;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is asked about jobs. Nothing here changes one. What somebody does not see is not there, see {@link Visibility}.
 */
@ApplicationScoped
public class Jobs {

    private static final String FIND =
            "select " + Job.columns("job") + " from job where id = $1 and " + Visibility.sql(2);

    /** Takes all columns, so it is planned for each call: which index serves it depends on the filters that are used. */
    private static final String LIST = "select * from job where " + JobFilter.SQL + " and " + Visibility.sql(10)
            + """
            and ($13::timestamptz is null or (created_at, id) < ($13, $14::uuid))
            order by created_at desc, id desc
            limit $15
            """;

    private static final String ATTEMPTS = "select * from job_attempt where job_id = $1 order by attempt";
    private static final String INPUTS =
            "select coalesce(jsonb_object_agg(name, value), '{}')::text as body from job_input where job_id = $1";

    private final Pool pool;
    private final Caller caller;
    private final Clock clock;

    Jobs(Pool pool, Caller caller, Clock clock) {
        this.pool = pool;
        this.caller = caller;
        this.clock = clock;
    }

    /** A job that the caller sees. */
    public Uni<Optional<Job>> find(UUID id) {
        return find(pool, id, Person.of(caller));
    }

    /** The job of an id as a path has it; fails with 404 when there is none or the caller does not see it. */
    public Uni<Job> get(String id) {
        return find(JobId.parse(id)).map(job -> job.orElseThrow(() -> OgcProblems.noSuchJob(id)));
    }

    /** A job that somebody sees. */
    public Uni<Optional<Job>> find(SqlClient database, UUID id, Person person) {
        return database.preparedQuery(FIND)
                .execute(Visibility.add(Tuple.of(id), person))
                .map(rows -> Job.list(rows).stream().findFirst());
    }

    /** One page of jobs, newest first. */
    Uni<Page<Job>> list(JobFilter filter, Paging paging) {
        Person person = Person.of(caller);
        Tuple parameters = Visibility.add(filter.parameters(OffsetDateTime.now(clock), person.subject()), person);
        paging.after(2)
                .ifPresentOrElse(
                        key -> parameters.addOffsetDateTime(time(key.get(0))).addUUID(Paging.id(key.get(1))),
                        () -> parameters.addOffsetDateTime(null).addUUID(null));
        return pool.preparedQuery(LIST)
                .execute(parameters.addLong((long) paging.fetch()))
                .map(rows -> Page.of(
                        Job.list(rows),
                        paging,
                        job -> List.of(job.createdAt().toString(), job.id().toString())));
    }

    /** The attempts that have ended. */
    Uni<List<EndedAttempt>> attempts(UUID id) {
        return pool.preparedQuery(ATTEMPTS).execute(Tuple.of(id)).map(rows -> Rows.list(rows, Jobs::attempt));
    }

    /** The inputs as JSON text. */
    Uni<String> inputs(UUID id) {
        return pool.preparedQuery(INPUTS)
                .execute(Tuple.of(id))
                .map(rows -> rows.iterator().next().getString("body"));
    }

    private static EndedAttempt attempt(Row row) {
        return new EndedAttempt(
                row.getInteger("attempt"),
                row.getString("worker"),
                row.getOffsetDateTime("started_at").toInstant(),
                row.getOffsetDateTime("finished_at").toInstant(),
                row.getString("outcome"),
                row.getString("message"));
    }

    private static OffsetDateTime time(String text) {
        try {
            return Rfc3339.parse(text).atOffset(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw Paging.badCursor();
        }
    }
}
