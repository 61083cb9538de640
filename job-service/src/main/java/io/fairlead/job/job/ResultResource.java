package io.fairlead.job.job;

import io.fairlead.core.identity.Roles;
import io.fairlead.core.problem.Problems;
import io.fairlead.job.ogc.OgcProblems;
import io.fairlead.job.queue.Job;
import io.fairlead.job.queue.JobState;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Supplier;
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
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ResultDocument.MULTIPART})
@Tag(name = "Jobs")
@RolesAllowed(Roles.VIEWER)
public class ResultResource {

    private final Jobs jobs;
    private final Results results;
    private final ResultDocument document;

    ResultResource(Jobs jobs, Results results, ResultDocument document) {
        this.jobs = jobs;
        this.results = results;
        this.document = document;
    }

    @GET
    @Operation(operationId = "getResult", summary = "Fetch a job's results")
    @APIResponse(
            responseCode = "200",
            description = "The outputs by their names, as the process's description says; or raw, if it was asked for.",
            headers = @Header(name = "ETag", description = "Stays as long as the results do."),
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(description = "An object of all outputs, or a raw output.")),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = ResultDocument.MULTIPART, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "304", description = "Still what the caller has.")
    @APIResponse(responseCode = "404", description = "There is no such job, or it has no results yet.")
    @APIResponse(responseCode = "410", description = "The job was called off: there will be no results.")
    @APIResponse(responseCode = "422", description = "The job failed: there will be no results.")
    public Uni<Response> results(
            @PathParam("jobID") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) String id,
            @Context HttpHeaders headers,
            @Context UriInfo uri,
            @Context Request request) {
        return successful(id)
                .chain(job -> unlessUnchanged(request, new EntityTag(tag(job), true), () -> results.wanted(job.id())
                        .map(wanted -> all(job, wanted, headers, uri))))
                .map(answer ->
                        answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build());
    }

    private Response.ResponseBuilder all(Job job, Results.Wanted wanted, HttpHeaders headers, UriInfo uri) {
        List<Results.Output> outputs = List.copyOf(wanted.outputs().values());
        return wanted.raw() && outputs.size() == 1 && outputs.get(0).upload() != null
                ? results.bytes(outputs.get(0)).whole()
                : document.write(
                        wanted,
                        headers.getAcceptableMediaTypes(),
                        name -> uri.getBaseUriBuilder()
                                .path("api/v1/jobs/{job}/results/{output}")
                                .build(job.id(), name),
                        "job-" + job.id());
    }

    @GET
    @Path("{outputID}")
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "getOutput",
            summary = "Fetch one of a job's results, or a range of its bytes",
            description =
                    "A value comes as JSON. What the worker sent in parts comes as the media type that the worker "
                            + "named, however large it is.")
    @APIResponse(
            responseCode = "200",
            description = "The output.",
            headers = {
                @Header(name = "ETag", description = "Stays as long as the results do."),
                @Header(name = "Accept-Ranges", description = "`bytes`.")
            },
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(description = "As the process's description says.")),
                @Content(
                        mediaType = MediaType.APPLICATION_OCTET_STREAM,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "206",
            description = "The range that was asked for.",
            headers = @Header(name = "Content-Range", description = "Which bytes of how many."))
    @APIResponse(responseCode = "304", description = "Still what the caller has.")
    @APIResponse(responseCode = "404", description = "There is no such job or output, or it has no results yet.")
    @APIResponse(responseCode = "410", description = "The job was called off: there will be no results.")
    @APIResponse(responseCode = "416", description = "The output has no byte in this range.")
    @APIResponse(responseCode = "422", description = "The job failed: there will be no results.")
    public Uni<Response> output(
            @PathParam("jobID") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) String id,
            @PathParam("outputID") String output,
            @HeaderParam("Range") @Parameter(description = "One range of bytes (RFC 9110).", example = "bytes=0-1023")
                    String range,
            @HeaderParam("If-Range") @Parameter(description = "The tag of which a part is there already.")
                    String ifRange,
            @Context Request request) {
        return successful(id).chain(job -> {
            EntityTag tag = new EntityTag(tag(job));
            return unlessUnchanged(request, tag, () -> results.output(job.id(), output)
                            .map(found -> results.bytes(found.orElseThrow(() -> OgcProblems.noSuchOutput(output)))
                                    .answer(HttpMethod.GET.equals(request.getMethod()) ? range : null, ifRange, tag)))
                    .map(Response.ResponseBuilder::build);
        });
    }

    private Uni<Job> successful(String id) {
        return jobs.get(id).invoke(job -> {
            if (job.state() != JobState.SUCCESSFUL) {
                throw reason(job);
            }
        });
    }

    private static String tag(Job job) {
        return job.id() + "-" + job.attempt();
    }

    private static Uni<Response.ResponseBuilder> unlessUnchanged(
            Request request, EntityTag tag, Supplier<Uni<Response.ResponseBuilder>> answer) {
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? answer.get() : Uni.createFrom().item(unchanged)).map(response -> response.tag(tag));
    }

    private static HttpProblem reason(Job job) {
        return switch (job.state().status()) {
            case FAILED -> Problems.unprocessable("job-failed", job.message());
            case DISMISSED -> Problems.of(410, "job-dismissed", "Job dismissed", job.message());
            case ACCEPTED, RUNNING, SUCCESSFUL -> OgcProblems.resultNotReady(job.id());
        };
    }
}
