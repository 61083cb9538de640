package io.fairlead.job.log;

import io.fairlead.core.identity.Roles;
import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.job.job.Jobs;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a job's workers wrote. */
@Path("/api/v1/jobs/{jobID}/log")
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
@Tag(name = "Jobs")
public class LogResource {

    private static final MediaType TEXT = MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8");

    private final Jobs jobs;
    private final JobLog log;

    LogResource(Jobs jobs, JobLog log) {
        this.jobs = jobs;
        this.log = log;
    }

    /** A part of a log. */
    public record LogPage(
            List<LoggedLine> items,
            @Schema(nullable = true, description = "The cursor of the next page; null after the last.") String next,
            @Schema(description = "How many lines the log has lost at its beginning.", examples = "0") long dropped) {}

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "getLog",
            summary = "Show what a job's workers wrote",
            description =
                    "The lines of all attempts, oldest first. To follow a log, ask `from` the number after the last "
                            + "that was seen.")
    @APIResponse(
            responseCode = "200",
            description = "A part of the log; as text a line each with time, level, attempt and message.",
            headers = @Header(name = "Link", description = "The next page, if there is one."),
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = LogPage.class)),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "400", description = "A parameter is wrong; `errors` names it.")
    @APIResponse(responseCode = "404", description = "There is no such job.")
    public Uni<Response> log(
            @PathParam("jobID") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) String id,
            @Parameter(description = "Begins with the line of this number.", example = "1")
                    @QueryParam("from")
                    @Min(value = 1, message = "must be 1 or more")
                    Long from,
            @Parameter(
                            description =
                                    "Ends with the log's last line: the newest, as many as `limit` says. Not with `from`.")
                    @QueryParam("newest")
                    Boolean newest,
            @Valid @BeanParam Paging paging,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        if (Boolean.TRUE.equals(newest) && from != null) {
            throw Problems.badRequest(FieldError.query("newest", "stands with from; there can be one of them"));
        }
        boolean text = wantsText(headers.getAcceptableMediaTypes());
        return jobs.get(id).chain(job -> log.ends(job.id()).chain(ends -> {
            long after = after(from, newest, paging, ends);
            return log.read(job.id(), after, paging)
                    .map(page -> text ? text(page, after, ends, uri) : json(page, ends, uri));
        }));
    }

    private static long after(Long from, Boolean newest, Paging paging, JobLog.Ends ends) {
        long first = Boolean.TRUE.equals(newest) ? ends.last() - paging.limit() : from == null ? 0 : from - 1;
        return paging.after(1).map(key -> number(key.get(0))).orElse(first);
    }

    private static long number(String part) {
        try {
            return Long.parseLong(part);
        } catch (NumberFormatException e) {
            throw Paging.badCursor();
        }
    }

    private static boolean wantsText(List<MediaType> accepted) {
        return accepted.stream()
                .filter(type -> type.isCompatible(MediaType.APPLICATION_JSON_TYPE) || type.isCompatible(TEXT))
                .findFirst()
                .map(type -> !type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .orElse(false);
    }

    private static Response json(Page<LoggedLine> page, JobLog.Ends ends, UriInfo uri) {
        return Response.fromResponse(page.response(uri))
                .entity(new LogPage(page.items(), page.next(), ends.first() - 1))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static Response text(Page<LoggedLine> page, long after, JobLog.Ends ends, UriInfo uri) {
        String dropped =
                after < ends.first() - 1 ? "(the first %d lines were dropped)\n".formatted(ends.first() - 1) : "";
        String lines = page.items().stream().map(LoggedLine::text).collect(Collectors.joining());
        return Response.fromResponse(page.response(uri))
                .entity(dropped + lines)
                .type(TEXT)
                .build();
    }
}
