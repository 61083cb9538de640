package io.fairlead.job.job;

import io.fairlead.core.idempotency.Idempotency;
import io.fairlead.core.identity.Caller;
import io.fairlead.core.identity.Roles;
import io.fairlead.job.ogc.OgcProblems;
import io.fairlead.job.process.ProcessCatalogue;
import io.fairlead.job.project.Person;
import io.fairlead.job.queue.Job;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.callbacks.Callback;
import org.eclipse.microprofile.openapi.annotations.callbacks.CallbackOperation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The standard's own way to start a job. All processes run asynchronously, so the answer is always a job. */
@Path("/api/v1/processes/{processID}/execution")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Processes")
public class ExecutionResource {

    private static final String PREFER = "Prefer";
    private static final String APPLIED = "Preference-Applied";
    private static final String ASYNC = "respond-async";

    private final Submission submission;
    private final ProcessCatalogue catalogue;
    private final Idempotency idempotency;
    private final Caller caller;

    ExecutionResource(Submission submission, ProcessCatalogue catalogue, Idempotency idempotency, Caller caller) {
        this.caller = caller;
        this.submission = submission;
        this.catalogue = catalogue;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "execute",
            summary = "Start a process as the standard says",
            description = "`POST /api/v1/jobs` is the same with a project and a priority.")
    @Parameter(
            name = Idempotency.HEADER,
            in = ParameterIn.HEADER,
            description = "Makes it safe to send the request twice.",
            schema = @Schema(implementation = String.class, minLength = 1, maxLength = 255))
    @APIResponse(
            responseCode = "201",
            description = "A job was made.",
            headers = {
                @Header(name = "Location", description = "Where its status is.", schema = @Schema(format = "uri")),
                @Header(name = APPLIED, description = "`respond-async`, when that was preferred.")
            },
            content = @Content(schema = @Schema(implementation = StatusInfo.class)))
    @APIResponse(responseCode = "400", description = "The inputs or the outputs are wrong.")
    @APIResponse(responseCode = "403", description = "The caller may not submit jobs, or not read this vessel.")
    @APIResponse(responseCode = "404", description = "There is no such process.")
    @APIResponse(responseCode = "409", description = "A request with this Idempotency-Key is still at work.")
    @APIResponse(responseCode = "422", description = "This Idempotency-Key was used for another request.")
    @Callback(
            name = "jobCompleted",
            callbackUrlExpression = "{$request.body#/subscriber/successUri}",
            operations =
                    @CallbackOperation(
                            method = "post",
                            summary = "The job succeeded",
                            description =
                                    "Signed as Standard Webhooks say. Results that are too large come as a status.",
                            requestBody =
                                    @RequestBody(
                                            description = "All outputs that were asked for, by their names.",
                                            content = @Content(schema = @Schema(type = SchemaType.OBJECT))),
                            responses = @APIResponse(responseCode = "200", description = "Any 2xx: it was received.")))
    @Callback(
            name = "jobInProgress",
            callbackUrlExpression = "{$request.body#/subscriber/inProgressUri}",
            operations =
                    @CallbackOperation(
                            method = "post",
                            summary = "The job's first attempt began",
                            requestBody =
                                    @RequestBody(
                                            content = @Content(schema = @Schema(implementation = StatusInfo.class))),
                            responses = @APIResponse(responseCode = "200", description = "Any 2xx: it was received.")))
    @Callback(
            name = "jobFailed",
            callbackUrlExpression = "{$request.body#/subscriber/failedUri}",
            operations =
                    @CallbackOperation(
                            method = "post",
                            summary = "The job failed or was dismissed",
                            requestBody =
                                    @RequestBody(
                                            content = @Content(schema = @Schema(implementation = StatusInfo.class))),
                            responses = @APIResponse(responseCode = "200", description = "Any 2xx: it was received.")))
    public Uni<Response> execute(
            @PathParam("processID") String id,
            @HeaderParam(PREFER) @Parameter(description = "`respond-async` is always done.", example = ASYNC)
                    String prefer,
            @NotNull @Valid ExecuteRequest body,
            @Context UriInfo uri) {
        if (catalogue.description(id).isEmpty()) {
            throw OgcProblems.noSuchProcess(id);
        }
        NewJob job = NewJob.of(id, body, QualifiedInputs.plain(body.inputs()), uri.getBaseUri());
        Person person = Person.of(caller);
        submission.require(job, person);
        return idempotency.once(
                body,
                transaction ->
                        submission.submit(transaction, job, person).map(accepted -> created(accepted, prefer, uri)),
                () -> submission.submit(job, person).map(accepted -> created(accepted, prefer, uri)));
    }

    private static Response created(Job job, String prefer, UriInfo uri) {
        URI status = uri.getBaseUri().resolve("api/v1/jobs/" + job.id());
        Response.ResponseBuilder answer = Response.created(status).entity(StatusInfo.of(job, uri));
        if (prefer != null && prefer.contains(ASYNC)) {
            answer.header(APPLIED, ASYNC);
        }
        return answer.build();
    }
}
