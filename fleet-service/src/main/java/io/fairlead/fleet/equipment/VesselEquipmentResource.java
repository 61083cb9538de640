package io.fairlead.fleet.equipment;

import io.fairlead.core.idempotency.Idempotency;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.patch.Preconditions;
import io.fairlead.fleet.vessel.Vessels;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The equipment of one vessel. */
@Path("/api/v1/vessels/{vessel}/equipment")
@Tag(name = "Equipment", description = "What stands on board of each vessel.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class VesselEquipmentResource {

    private final EquipmentStore equipment;
    private final Vessels vessels;
    private final Idempotency idempotency;

    VesselEquipmentResource(EquipmentStore equipment, Vessels vessels, Idempotency idempotency) {
        this.equipment = equipment;
        this.vessels = vessels;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "registerEquipment", summary = "Register equipment on a vessel")
    @APIResponse(
            responseCode = "201",
            description = "Registered.",
            content = @Content(schema = @Schema(implementation = Equipment.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; `errors` names it.")
    @APIResponse(responseCode = "404", description = "There is no such vessel.")
    @APIResponse(responseCode = "409", description = "The vessel is retired, or the code is taken.")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another request.")
    public Uni<Response> register(@PathParam("vessel") String vessel, @NotNull @Valid NewEquipment body) {
        return idempotency.once(body, transaction -> equipment
                .register(transaction, vessel, body)
                .map(item -> Response.created(URI.create("/api/v1/equipment/" + item.code()))
                        .tag(Preconditions.tag(item.version()))
                        .entity(item)
                        .build()));
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "listEquipment", summary = "List a vessel's equipment by code")
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            content = @Content(schema = @Schema(implementation = EquipmentPage.class)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; `errors` names it.")
    @APIResponse(responseCode = "404", description = "There is no such vessel, or the caller may not see it.")
    public Uni<Response> list(
            @PathParam("vessel") String vessel,
            @BeanParam @Valid EquipmentFilter filter,
            @BeanParam @Valid Paging paging,
            @Context UriInfo uri) {
        return vessels.get(vessel)
                .chain(known -> equipment.list(known.code(), filter, paging))
                .map(page -> page.response(uri));
    }

    /** The shape of a page, for the document. */
    record EquipmentPage(List<Equipment> items, @Schema(nullable = true) String next) {}
}
