package io.fairlead.telemetry.odata;

import io.fairlead.core.identity.Roles;
import io.fairlead.core.problem.AnyQuery;
import io.fairlead.telemetry.odata.query.NotSupported;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * OData 4.0 for spreadsheets and BI tools. Addresses are the protocol's own, so they are read as they were sent. On a
 * worker: parsing takes a while where filters are long.
 */
@Path(Call.ROOT)
@Tag(name = "OData", description = "OData 4.0 for Power BI, Excel, Tableau. `$metadata` describes it in full.")
@RolesAllowed(Roles.VIEWER)
@AnyQuery
@Blocking
@APIResponse(
        responseCode = "401",
        description = "There is no good token.",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ODataResource.ODataError.class)))
@APIResponse(
        responseCode = "403",
        description = "The token may not read.",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ODataResource.ODataError.class)))
@APIResponse(
        responseCode = "406",
        description = "Accept or $format names no form that there is.",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ODataResource.ODataError.class)))
public class ODataResource {

    private static final String REST = "/{resource: .*}";

    private final ODataService service;

    ODataResource(ODataService service) {
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "getODataService",
            summary = "List the entity sets",
            description =
                    "The service document of OData 4.0: Vessels, Channels, Windows, DailyEnergy, AnalyticsResults."
                            + " Give this address to Power BI, Excel or Tableau, with a personal access token as the password"
                            + " of Basic authentication.")
    @APIResponse(
            responseCode = "200",
            description = "The service document.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(
            responseCode = "400",
            description = "The client wants another version of OData.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ODataError.class)))
    public Uni<Response> service(@Context HttpServerRequest request, @Context UriInfo uri) {
        return service.answer(Call.of(request, uri));
    }

    @GET
    @Path(REST)
    @Operation(
            operationId = "readOData",
            summary = "Read entities, their number or the metadata",
            description =
                    "`$metadata`, `Windows`, `Windows/$count`, `Vessels('MV101')`; with $filter, $select, $orderby, $top,"
                            + " $skip, $count and $format. Pages follow one another by `@odata.nextLink`. What is not"
                            + " supported answers 501.")
    @APIResponse(
            responseCode = "200",
            description = "JSON as the protocol shapes it; the metadata are XML, a number is text.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "400",
            description = "An option is wrong; `target` names it.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ODataError.class)))
    @APIResponse(
            responseCode = "404",
            description = "There is no such resource, or the caller may not see it.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ODataError.class)))
    @APIResponse(
            responseCode = "501",
            description = "The protocol has it, this service does not.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ODataError.class)))
    public Uni<Response> read(
            @Parameter(description = "The resource's path, as the protocol writes it.", example = "Windows")
                    @PathParam("resource")
                    String resource,
            @Context HttpServerRequest request,
            @Context UriInfo uri) {
        return service.answer(Call.of(request, uri));
    }

    /** What only the protocol's batches would use; the other methods that change something are none here. */
    @POST
    @Path("/$batch")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response batch() {
        throw new NotSupported("There are no batches.");
    }

    /** The shape of an error, for the document. */
    @Schema(name = "ODataError", description = "An error as OData 4.0 shapes it.")
    record ODataError(Details error) {

        record Details(
                @Schema(examples = "invalid-request") String code,
                String message,
                @Schema(description = "The option that is wrong.", examples = "$filter") String target) {}
    }
}
