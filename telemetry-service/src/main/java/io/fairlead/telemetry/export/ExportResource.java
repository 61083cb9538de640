package io.fairlead.telemetry.export;

import io.fairlead.core.idempotency.Idempotency;
import io.fairlead.core.identity.Caller;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Large selections of data, to be fetched in parts. */
@Path("/api/v1/exports")
@Tag(name = "Exports", description = "Large selections of data, fetched in parts that can be resumed.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public class ExportResource {

    private static final String EXAMPLE =
            """
            {"content":"readings","format":"parquet","vessels":["MV102"],"channels":["power"],
             "start":"2026-01-01T00:00:00Z","end":"2026-02-01T00:00:00Z"}""";

    private final Creation creation;
    private final Exports exports;
    private final Idempotency idempotency;
    private final Caller caller;

    ExportResource(Creation creation, Exports exports, Idempotency idempotency, Caller caller) {
        this.creation = creation;
        this.exports = exports;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "createExport",
            summary = "Select data to be fetched in parts",
            description =
                    "Cuts it into numbered parts of about a million rows, one vessel and one time span each, which stay"
                            + " the same as long as the export is there. Nothing is copied: a part is made when it is fetched.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewExport.class),
                            examples = @ExampleObject(name = "a month", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Selected.",
            content = @Content(schema = @Schema(implementation = Export.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; `errors` names it.")
    @APIResponse(
            responseCode = "404",
            description =
                    "A vessel or channel that is named is not there, or the caller may not see it; `errors` names it.")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another request.")
    public Uni<Response> create(@NotNull @Valid NewExport body) {
        return idempotency.once(body, transaction -> creation.create(transaction, body)
                .map(export -> Response.created(URI.create("/api/v1/exports/" + export.id()))
                        .entity(export)
                        .build()));
    }

    @GET
    @Operation(operationId = "listExports", summary = "List your exports, newest first")
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            content = @Content(schema = @Schema(implementation = ExportPage.class)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; `errors` names it.")
    public Uni<Response> list(@BeanParam @Valid Paging paging, @Context UriInfo uri) {
        long before = paging.after(1).map(key -> number(key.get(0))).orElse(Long.MAX_VALUE);
        return exports.list(caller.subject(), before, paging).map((Page<Export> page) -> page.response(uri));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getExport", summary = "Get an export")
    @APIResponse(
            responseCode = "200",
            description = "What was selected.",
            content = @Content(schema = @Schema(implementation = Export.class)))
    @APIResponse(responseCode = "404", description = "There is no such export of yours.")
    public Uni<Export> get(@PathParam("id") long id) {
        return exports.get(caller.subject(), id).map(Exports.Stored::export);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteExport", summary = "Delete an export", description = "The data stays.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    @APIResponse(responseCode = "404", description = "There is no such export of yours.")
    public Uni<Response> delete(@PathParam("id") long id) {
        return exports.delete(caller.subject(), id)
                .replaceWith(() -> Response.noContent().build());
    }

    static long number(String part) {
        try {
            return Long.parseLong(part);
        } catch (NumberFormatException e) {
            throw Paging.badCursor();
        }
    }

    /** The shape of a page, for the document. */
    record ExportPage(List<Export> items, @Schema(nullable = true) String next) {}
}
