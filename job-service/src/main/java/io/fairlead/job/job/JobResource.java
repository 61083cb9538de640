package io.fairlead.job.job;

import io.fairlead.core.idempotency.Idempotency;
import io.fairlead.core.identity.Caller;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.problem.Problems;
import io.fairlead.job.project.Person;
import io.fairlead.job.queue.Dismisser;
import io.fairlead.job.queue.Job;
import io.fairlead.job.queue.JobStatus;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Starts computations and says how they stand. Who does not see a job is told that there is none, see {@link Visibility}.
 */
@Path("/api/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs", description = "Computations: started at once, answered later.")
public class JobResource {

    private static final int POLL_SECONDS = 1;

    private final Submission submission;
    private final Jobs jobs;
    private final StatusOf status;
    private final Dismisser dismisser;
    private final JobRights rights;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    JobResource(
            Submission submission,
            Jobs jobs,
            StatusOf status,
            Dismisser dismisser,
            JobRights rights,
            Idempotency idempotency,
            Caller caller,
            Clock clock) {
        this.submission = submission;
        this.jobs = jobs;
        this.status = status;
        this.dismisser = dismisser;
        this.rights = rights;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "submitJob", summary = "Start a computation")
    @Parameter(
            name = Idempotency.HEADER,
            in = ParameterIn.HEADER,
            description = "Makes it safe to send the request twice.",
            schema = @Schema(implementation = String.class, minLength = 1, maxLength = 255))
    @APIResponse(
            responseCode = "202",
            description = "Accepted and stored.",
            headers = {
                @Header(name = "Location", description = "Where its status is.", schema = @Schema(format = "uri")),
                @Header(name = "Retry-After", description = "When to ask first, in seconds.")
            },
            content = @Content(schema = @Schema(implementation = StatusInfo.class)))
    @APIResponse(responseCode = "400", description = "There is no such process, or its inputs are wrong.")
    @APIResponse(responseCode = "403", description = "The caller may not submit jobs, or not read this vessel.")
    @APIResponse(responseCode = "409", description = "A request with this Idempotency-Key is still at work.")
    @APIResponse(responseCode = "422", description = "This Idempotency-Key was used for another request.")
    public Uni<Response> submit(@NotNull @Valid JobRequest body, @Context UriInfo uri) {
        Person person = Person.of(caller);
        NewJob job = NewJob.of(body, uri.getBaseUri());
        submission.require(job, person);
        return idempotency.once(
                body,
                transaction -> submission.submit(transaction, job, person).map(stored -> accepted(stored, uri)),
                () -> submission.submit(job, person).map(stored -> accepted(stored, uri)));
    }

    static Response accepted(Job job, UriInfo uri) {
        return Response.accepted(StatusInfo.of(job, uri))
                .location(uri.getBaseUri().resolve("api/v1/jobs/" + job.id()))
                .header(HttpHeaders.RETRY_AFTER, POLL_SECONDS)
                .build();
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "getJobs", summary = "List jobs, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of jobs.",
            headers = @Header(name = "Link", description = "The next page, if there is one."),
            content = @Content(schema = @Schema(implementation = JobList.class)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong.")
    public Uni<Response> list(
            @Valid @BeanParam JobFilter filter, @Valid @BeanParam Paging paging, @Context UriInfo uri) {
        return jobs.list(filter, paging).map(page -> JobList.response(page, uri));
    }

    @GET
    @Path("{jobID}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "getStatus", summary = "Show where a job stands")
    @APIResponse(responseCode = "200", description = "Its status.")
    @APIResponse(responseCode = "404", description = "There is no such job.")
    public Uni<StatusInfo> status(
            @PathParam("jobID") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) String id,
            @Context UriInfo uri) {
        return jobs.get(id).chain(job -> status.of(job, uri));
    }

    @DELETE
    @Path("{jobID}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "dismissJob",
            summary = "Call a job off",
            description =
                    "A waiting job is dismissed at once. A running one is told to stop and shows as `cancelling` "
                            + "until it has; its results, should they still come, are thrown away. Calling off twice does no harm.")
    @APIResponse(responseCode = "200", description = "Its status, which is `dismissed`.")
    @APIResponse(responseCode = "403", description = "The caller may only read its project's jobs.")
    @APIResponse(responseCode = "404", description = "There is no such job.")
    @APIResponse(responseCode = "409", description = "It has already ended.")
    public Uni<StatusInfo> dismiss(
            @PathParam("jobID") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) String id,
            @Context UriInfo uri) {
        Person person = Person.of(caller);
        return jobs.get(id)
                .call(job -> rights.requireWork(job, person))
                .chain(job -> dismisser.dismiss(job.id(), person.name(), clock.instant()))
                .chain(dismissed ->
                        dismissed.map(job -> Uni.createFrom().item(job)).orElseGet(() -> jobs.get(id)))
                .invoke(JobResource::requireDismissed)
                .chain(job -> status.of(job, uri));
    }

    @GET
    @Path("{jobID}/inputs")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "getInputs", summary = "Show what a job was given")
    @APIResponse(
            responseCode = "200",
            description = "The inputs by their names.",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "404", description = "There is no such job.")
    public Uni<String> inputs(
            @PathParam("jobID") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) String id) {
        return jobs.get(id).chain(job -> jobs.inputs(job.id()));
    }

    private static void requireDismissed(Job job) {
        if (job.state().status() != JobStatus.DISMISSED) {
            throw Problems.conflict(
                    "job-ended",
                    "Job " + job.id() + " has already ended: " + job.state().label() + ".");
        }
    }
}
