package io.fairlead.job.job;

import io.fairlead.core.identity.Roles;
import io.fairlead.core.problem.Problems;
import io.fairlead.job.ogc.OgcProblems;
import io.fairlead.job.queue.Job;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was computed. It never changes once it is there, so its tag is the attempt that made it. */
@Path("/api/v1/jobs/{jobID}/results")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
@RolesAllowed(Roles.VIEWER)
public class ResultResource {

    private final Jobs jobs;

    ResultResource(Jobs jobs) {
        this.jobs = jobs;
    }

    @GET
    @Operation(operationId = "getResult", summary = "Fetch a job's results")
    @APIResponse(
            responseCode = "200",
            description = "The outputs by their names, as the process's description says.",
            headers = @Header(name = "ETag", description = "Stays as long as the results do."),
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "304", description = "Still what the caller has.")
    @APIResponse(responseCode = "404", description = "There is no such job, or it has no results yet.")
    @APIResponse(responseCode = "410", description = "The job was called off: there will be no results.")
    @APIResponse(responseCode = "422", description = "The job failed: there will be no results.")
    public Uni<Response> results(
            @PathParam("jobID") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) String id,
            @Context Request request) {
        return jobs.find(JobId.parse(id))
                .map(job -> job.orElseThrow(() -> OgcProblems.noSuchJob(id)))
                .chain(job -> switch (job.state()) {
                    case SUCCESSFUL -> successful(job, request);
                    default -> throw reason(job);
                });
    }

    private Uni<Response> successful(Job job, Request request) {
        EntityTag tag = new EntityTag(job.id() + "-" + job.attempt());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return unchanged == null
                ? jobs.outputs(job.id())
                        .map(outputs -> Response.ok(outputs).tag(tag).build())
                : Uni.createFrom().item(unchanged.tag(tag).build());
    }

    private static HttpProblem reason(Job job) {
        return switch (job.state().status()) {
            case FAILED -> Problems.unprocessable("job-failed", job.message());
            case DISMISSED -> Problems.of(410, "job-dismissed", "Job dismissed", job.message());
            case ACCEPTED, RUNNING, SUCCESSFUL -> OgcProblems.resultNotReady(job.id());
        };
    }
}
