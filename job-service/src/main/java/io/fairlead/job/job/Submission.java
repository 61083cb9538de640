package io.fairlead.job.job;

import io.fairlead.core.identity.Caller;
import io.fairlead.core.outbox.Outbox;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.job.process.ProcessCatalogue;
import io.fairlead.job.process.ProcessDescription;
import io.fairlead.job.queue.Job;
import io.fairlead.job.queue.JobEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Accepts jobs: the job, its inputs and the event that tells of it are stored together or not at all. */
@ApplicationScoped
public class Submission {

    private static final String SUBMIT =
            """
            with accepted as (
                insert into job (process, process_version, project, priority, created_by, created_by_name,
                                 ready_at, created_at, updated_at)
                values ($1, $2, $3, $4, $5, $6, $7, $7, $7)
                returning job.*
            ), input as (
                insert into job_input (job_id, name, value)
                select accepted.id, given.key, given.value from accepted, jsonb_each($8::text::jsonb) as given
            )
            select * from accepted
            """;

    private final ProcessCatalogue catalogue;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    Submission(ProcessCatalogue catalogue, Outbox outbox, Caller caller, Clock clock) {
        this.catalogue = catalogue;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Passes if the process exists, its inputs are good, and the caller may read what it will read in its place.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming what is wrong, 403 for a vessel of others
     */
    void require(JobRequest request) {
        if (catalogue.description(request.process()).isEmpty()) {
            throw Problems.badRequest(FieldError.body("/process", "There is no such process."));
        }
        List<FieldError> errors = catalogue.check(request.process(), request.inputs());
        if (!errors.isEmpty()) {
            throw Problems.badRequest(errors);
        }
        catalogue.vessels(request.process(), request.inputs()).forEach(caller::requireRead);
    }

    /** Stores a job that {@link #require} let pass. */
    Uni<Job> submit(SqlConnection transaction, JobRequest request) {
        String version = catalogue
                .description(request.process())
                .map(ProcessDescription::version)
                .orElseThrow();
        Tuple parameters = Tuple.tuple()
                .addString(request.process())
                .addString(version)
                .addString(request.project())
                .addInteger(request.priority())
                .addString(caller.subject())
                .addString(caller.name())
                .addOffsetDateTime(OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
                .addString(request.inputs().toString());
        return transaction
                .preparedQuery(SUBMIT)
                .execute(parameters)
                .map(rows -> Job.list(rows).get(0))
                .call(job -> outbox.append(transaction, JobEvent.of(job)));
    }
}
