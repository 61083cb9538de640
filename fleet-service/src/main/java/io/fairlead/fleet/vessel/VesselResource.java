package io.fairlead.fleet.vessel;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.idempotency.Idempotency;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.patch.IfMatch;
import io.fairlead.core.patch.MergePatch;
import io.fairlead.core.patch.Preconditions;
import io.fairlead.fleet.change.History;
import io.fairlead.fleet.change.Subject;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The vessels of the fleet. */
@Path("/api/v1/vessels")
@Tag(name = "Vessels", description = "The vessels and offshore units of the fleet.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class VesselResource {

    private final Vessels vessels;
    private final VesselQueries queries;
    private final History history;
    private final Idempotency idempotency;
    private final Pool pool;

    VesselResource(Vessels vessels, VesselQueries queries, History history, Idempotency idempotency, Pool pool) {
        this.vessels = vessels;
        this.queries = queries;
        this.history = history;
        this.idempotency = idempotency;
        this.pool = pool;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "registerVessel", summary = "Register a vessel")
    @APIResponse(
            responseCode = "201",
            description = "Registered.",
            content = @Content(schema = @Schema(implementation = Vessel.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; `errors` names it.")
    @APIResponse(responseCode = "409", description = "The code, IMO number or MMSI is another vessel's.")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another request.")
    public Uni<Response> register(@NotNull @Valid NewVessel body) {
        return idempotency.once(body, transaction -> vessels.register(transaction, body)
                .map(vessel -> Response.created(URI.create("/api/v1/vessels/" + vessel.code()))
                        .tag(tag(vessel))
                        .entity(vessel)
                        .build()));
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "listVessels", summary = "List vessels")
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            content = @Content(schema = @Schema(implementation = VesselPage.class)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; `errors` names it.")
    public Uni<Response> list(
            @BeanParam @Valid VesselFilter filter, @BeanParam @Valid Paging paging, @Context UriInfo uri) {
        return queries.list(filter, paging).map(page -> page.response(uri));
    }

    @GET
    @Path("/{vessel}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "getVessel", summary = "Get a vessel")
    @APIResponse(
            responseCode = "200",
            description = "The vessel; its version is the ETag.",
            content = @Content(schema = @Schema(implementation = Vessel.class)))
    @APIResponse(responseCode = "404", description = "There is no such vessel, or the caller may not see it.")
    public Uni<Response> get(@PathParam("vessel") String code) {
        return vessels.get(code)
                .map(vessel -> Response.ok(vessel).tag(tag(vessel)).build());
    }

    @PATCH
    @Path("/{vessel}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "changeVessel",
            summary = "Change a vessel",
            description = "A JSON Merge Patch (RFC 7396): null removes a value, what is absent stays. The code never "
                    + "changes. A patch that changes nothing makes no new version.")
    @RequestBody(content = @Content(schema = @Schema(ref = "NewVesselPatch")))
    @APIResponse(
            responseCode = "200",
            description = "The vessel as it is now; its version is the ETag.",
            content = @Content(schema = @Schema(implementation = Vessel.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; `errors` names it.")
    @APIResponse(responseCode = "404", description = "There is no such vessel, or the caller may not see it.")
    @APIResponse(responseCode = "409", description = "The vessel is retired, or a number is another vessel's.")
    @APIResponse(responseCode = "412", description = "The vessel was changed meanwhile.")
    @APIResponse(responseCode = "428", description = "There is no If-Match.")
    public Uni<Response> change(
            @PathParam("vessel") String code,
            @Parameter(required = true, description = "The ETag that the caller has seen, or `*`.", example = "*")
                    @HeaderParam("If-Match")
                    String ifMatch,
            @NotNull JsonNode body) {
        IfMatch condition = Preconditions.required(ifMatch);
        return pool.withTransaction(transaction -> vessels.patch(transaction, code, condition, body))
                .map(vessel -> Response.ok(vessel).tag(tag(vessel)).build());
    }

    @GET
    @Path("/{vessel}/history")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "listVesselHistory", summary = "List who changed a vessel and when, newest first")
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            content = @Content(schema = @Schema(implementation = History.HistoryPage.class)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; `errors` names it.")
    @APIResponse(responseCode = "404", description = "There is no such vessel, or the caller may not see it.")
    public Uni<Response> history(
            @PathParam("vessel") String code, @BeanParam @Valid Paging paging, @Context UriInfo uri) {
        return history.list(Subject.VESSEL, code, paging).map(page -> page.response(uri));
    }

    private static EntityTag tag(Vessel vessel) {
        return Preconditions.tag(vessel.version());
    }

    /** The shape of a page, for the document. */
    record VesselPage(List<Vessel> items, @Schema(nullable = true) String next) {}
}
