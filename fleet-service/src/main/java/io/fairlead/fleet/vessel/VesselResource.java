package io.fairlead.fleet.vessel;

import io.fairlead.core.idempotency.Idempotency;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.paging.Paging;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The vessels of the fleet. */
@Path("/api/v1/vessels")
@Tag(name = "Vessels", description = "The vessels and offshore units of the fleet.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class VesselResource {

    private final Vessels vessels;
    private final Idempotency idempotency;

    VesselResource(Vessels vessels, Idempotency idempotency) {
        this.vessels = vessels;
        this.idempotency = idempotency;
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
    @Operation(operationId = "listVessels", summary = "List vessels by code")
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            content = @Content(schema = @Schema(implementation = VesselPage.class)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; `errors` names it.")
    public Uni<Response> list(
            @BeanParam @Valid VesselFilter filter, @BeanParam @Valid Paging paging, @Context UriInfo uri) {
        return vessels.list(filter, paging).map(page -> page.response(uri));
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

    private static EntityTag tag(Vessel vessel) {
        return new EntityTag(Long.toString(vessel.version()));
    }

    /** The shape of a page, for the document. */
    record VesselPage(java.util.List<Vessel> items, @Schema(nullable = true) String next) {}
}
