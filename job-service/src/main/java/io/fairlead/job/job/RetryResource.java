package io.fairlead.job.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.core.idempotency.Idempotency;
import io.fairlead.core.identity.Caller;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.problem.Problems;
import io.fairlead.job.project.Person;
import io.fairlead.job.queue.Job;
import io.fairlead.job.queue.JobState;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Repeats a job that came to nothing, as a new job: the old one has had its end and keeps it. */
@Path("/api/v1/jobs/{jobID}/retry")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class RetryResource {

    private final Jobs jobs;
    private final Submission submission;
    private final Idempotency idempotency;
    private final JobRights rights;
    private final Caller caller;
    private final ObjectMapper json;

    RetryResource(
            Jobs jobs,
            Submission submission,
            Idempotency idempotency,
            JobRights rights,
            Caller caller,
            ObjectMapper json) {
        this.rights = rights;
        this.caller = caller;
        this.jobs = jobs;
        this.submission = submission;
        this.idempotency = idempotency;
        this.json = json;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "retryJob",
            summary = "Repeat a job that failed, was quarantined or was called off",
            description =
                    "Makes a new job with the same inputs; its `retryOf` names the old one, which stays as it is. "
                            + "It has no subscriber.")
    @Parameter(
            name = Idempotency.HEADER,
            in = ParameterIn.HEADER,
            description = "Makes it safe to send the request twice.",
            schema = @Schema(implementation = String.class, minLength = 1, maxLength = 255))
    @APIResponse(
            responseCode = "202",
            description = "The new job was accepted and stored.",
            content = @Content(schema = @Schema(implementation = StatusInfo.class)))
    @APIResponse(responseCode = "400", description = "The process is gone, or its inputs are no longer good.")
    @APIResponse(responseCode = "403", description = "The caller may not submit jobs, or not in its project.")
    @APIResponse(responseCode = "404", description = "There is no such job.")
    @APIResponse(responseCode = "409", description = "It has not ended, or it was successful.")
    @APIResponse(responseCode = "422", description = "This Idempotency-Key was used for another request.")
    public Uni<Response> retry(
            @PathParam("jobID") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) String id,
            @Context UriInfo uri) {
        Person person = Person.of(caller);
        return jobs.get(id)
                .call(job -> rights.requireWork(job, person))
                .invoke(RetryResource::requireInVain)
                .chain(job -> jobs.inputs(job.id()).map(inputs -> again(job, inputs)))
                .invoke(job -> submission.require(job, person))
                .chain(job -> idempotency.once(id, transaction -> submission
                        .submit(transaction, job, person)
                        .map(accepted -> JobResource.accepted(accepted, uri))));
    }

    private static void requireInVain(Job job) {
        if (!job.state().isFinal() || job.state() == JobState.SUCCESSFUL) {
            throw Problems.conflict(
                    "job-not-in-vain", "Job " + job.id() + " is " + job.state().label() + ".");
        }
    }

    private NewJob again(Job job, String inputs) {
        try {
            return new NewJob(
                    job.process(),
                    json.readValue(inputs, ObjectNode.class),
                    job.project(),
                    job.priority(),
                    ExecuteRequest.Delivery.DOCUMENT,
                    List.of(),
                    job.id(),
                    false,
                    null,
                    null,
                    null);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored inputs are not JSON", e);
        }
    }
}
