package io.fairlead.job.job;

import io.fairlead.core.idempotency.Idempotency;
import io.fairlead.core.identity.Caller;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.job.project.Person;
import io.fairlead.job.queue.Job;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Starts many computations with one call: all of them or none. */
@Path("/api/v1/jobs/batch")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class BatchResource {

    private final Submission submission;
    private final Idempotency idempotency;
    private final Caller caller;

    BatchResource(Submission submission, Idempotency idempotency, Caller caller) {
        this.submission = submission;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** What is to be computed. */
    @Schema(additionalProperties = Schema.False.class)
    public record Batch(
            @NotNull(message = "is required") @Size(min = 1, max = 1000, message = "must be 1 to 1000 jobs")
                    List<@Valid @NotNull(message = "is required") JobRequest> jobs) {}

    /** The jobs, in the order of the request. */
    public record Accepted(List<StatusInfo> jobs) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "submitJobs", summary = "Start up to 1,000 computations, all or none")
    @Parameter(
            name = Idempotency.HEADER,
            in = ParameterIn.HEADER,
            description = "Makes it safe to send the request twice.",
            schema = @Schema(implementation = String.class, minLength = 1, maxLength = 255))
    @APIResponse(
            responseCode = "202",
            description = "All were accepted and stored.",
            content = @Content(schema = @Schema(implementation = Accepted.class)))
    @APIResponse(responseCode = "400", description = "A job is wrong; `errors` names each field. None was stored.")
    @APIResponse(responseCode = "403", description = "The caller may not submit jobs, or not read one's vessel.")
    @APIResponse(responseCode = "409", description = "A request with this Idempotency-Key is still at work.")
    @APIResponse(responseCode = "422", description = "This Idempotency-Key was used for another request.")
    public Uni<Response> submit(@NotNull @Valid Batch body, @Context UriInfo uri) {
        Person person = Person.of(caller);
        List<NewJob> jobs = body.jobs().stream()
                .map(job -> NewJob.of(job, uri.getBaseUri()))
                .toList();
        requireGood(jobs, person);
        return idempotency.once(body, transaction -> submission
                .submit(transaction, jobs, person, "/jobs")
                .map(accepted -> accepted(accepted, uri)));
    }

    private void requireGood(List<NewJob> jobs, Person person) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            String item = "#/jobs/" + i;
            submission.errors(jobs.get(i)).stream()
                    .map(error -> FieldError.body(item + error.pointer().substring(1), error.detail()))
                    .forEach(errors::add);
        }
        if (!errors.isEmpty()) {
            throw Problems.badRequest(errors);
        }
        jobs.forEach(job -> submission.requireReadable(job, person));
    }

    private static Response accepted(List<Job> jobs, UriInfo uri) {
        return Response.accepted(new Accepted(
                        jobs.stream().map(job -> StatusInfo.of(job, uri)).toList()))
                .build();
    }
}
