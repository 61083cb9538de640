package io.fairlead.telemetry.export;

import io.fairlead.core.identity.Caller;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
import io.fairlead.telemetry.sensors.ReadableVessels;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which parts exports have. */
@Path("/api/v1/exports/{id}/parts")
@Tag(name = "Exports", description = "Large selections of data, fetched in parts that can be resumed.")
@RolesAllowed(Roles.VIEWER)
public class PartListResource {

    private static final String URI_LIST = "text/uri-list";
    private static final MediaType LINES = MediaType.valueOf(URI_LIST);

    private final Exports exports;
    private final ReadableVessels readable;
    private final Caller caller;

    PartListResource(Exports exports, ReadableVessels readable, Caller caller) {
        this.exports = exports;
        this.readable = readable;
        this.caller = caller;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, URI_LIST})
    @Operation(
            operationId = "listExportParts",
            summary = "List an export's parts",
            description =
                    "JSON comes in pages. `text/uri-list` is all URLs at once, one in a line, for download managers.")
    @APIResponse(
            responseCode = "200",
            description = "One page; only parts of vessels that the caller may see.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PartPage.class)),
                @Content(mediaType = URI_LIST, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "400", description = "A parameter is wrong; `errors` names it.")
    @APIResponse(responseCode = "404", description = "There is no such export of yours.")
    @APIResponse(responseCode = "406", description = "Accept names no media type that there is.")
    public Uni<Response> list(
            @PathParam("id") long id,
            @BeanParam @Valid Paging paging,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        boolean plain = wantsLines(headers);
        long first = plain
                ? 1
                : paging.after(1)
                        .map(key -> ExportResource.number(key.get(0)) + 1)
                        .orElse(1L);
        return exports.get(caller.subject(), id).chain(export -> exports.parts(
                        id, first, readable.of(null), plain ? Integer.MAX_VALUE : paging.fetch())
                .map(found -> {
                    List<ExportPart> parts = found.stream()
                            .map(part -> ExportPart.of(id, export.selection().format(), part, uri))
                            .toList();
                    return plain
                            ? Response.ok(lines(parts), URI_LIST).build()
                            : Response.fromResponse(Page.of(parts, paging, part -> List.of("" + part.number()))
                                            .response(uri))
                                    .type(MediaType.APPLICATION_JSON_TYPE)
                                    .build();
                }));
    }

    private static boolean wantsLines(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .filter(type -> type.isCompatible(MediaType.APPLICATION_JSON_TYPE) || type.isCompatible(LINES))
                .findFirst()
                .map(type -> !type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .orElse(false);
    }

    private static String lines(List<ExportPart> parts) {
        return parts.stream().map(part -> part.url() + "\r\n").collect(Collectors.joining());
    }

    /** The shape of a page, for the document. */
    record PartPage(List<ExportPart> items, @Schema(nullable = true) String next) {}
}
