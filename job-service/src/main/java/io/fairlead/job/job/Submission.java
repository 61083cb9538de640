package io.fairlead.job.job;

import io.fairlead.core.identity.Caller;
import io.fairlead.core.outbox.Outbox;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.job.process.InputCheck;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Accepts jobs: the job, its inputs and the event that tells of it are stored together or not at all. */
@ApplicationScoped
public class Submission {

    private static final String SUBMIT =
            """
            with accepted as (
                insert into job (process, process_version, project, priority, created_by, created_by_name,
                                 ready_at, created_at, updated_at, response, outputs, retry_of)
                values ($1, $2, $3, $4, $5, $6, $7, $7, $7, $9, $10, $11)
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
    void require(NewJob request) {
        if (catalogue.description(request.process()).isEmpty()) {
            throw Problems.badRequest(FieldError.body("/process", "There is no such process."));
        }
        List<FieldError> errors = new ArrayList<>(catalogue.check(request.process(), request.inputs()));
        errors.addAll(unknownOutputs(request));
        if (!errors.isEmpty()) {
            throw Problems.badRequest(errors);
        }
        catalogue.vessels(request.process(), request.inputs()).forEach(caller::requireRead);
    }

    private List<FieldError> unknownOutputs(NewJob request) {
        Set<String> known =
                catalogue.description(request.process()).orElseThrow().outputs().keySet();
        return request.outputs().stream()
                .filter(output -> !known.contains(output))
                .map(output -> FieldError.body("/outputs" + InputCheck.step(output), "is no output"))
                .toList();
    }

    /** Stores a job that {@link #require} let pass. */
    Uni<Job> submit(SqlConnection transaction, NewJob request) {
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
                .addString(request.inputs().toString())
                .addString(request.response().toString())
                .addArrayOfString(
                        request.outputs().isEmpty() ? null : request.outputs().toArray(String[]::new))
                .addUUID(request.retryOf());
        return transaction
                .preparedQuery(SUBMIT)
                .execute(parameters)
                .map(rows -> Job.list(rows).get(0))
                .call(job -> outbox.append(transaction, JobEvent.of(job)));
    }
}
