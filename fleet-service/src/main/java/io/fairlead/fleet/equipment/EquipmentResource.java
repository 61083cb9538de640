package io.fairlead.fleet.equipment;

import io.fairlead.core.idempotency.Idempotency;
import io.fairlead.core.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The equipment on board. */
@Path("/api/v1/equipment")
@Tag(name = "Equipment", description = "What stands on board of each vessel.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EquipmentResource {

    private final EquipmentStore equipment;
    private final Idempotency idempotency;

    EquipmentResource(EquipmentStore equipment, Idempotency idempotency) {
        this.equipment = equipment;
        this.idempotency = idempotency;
    }

    @GET
    @Path("/{equipment}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "getEquipment", summary = "Get a piece of equipment")
    @APIResponse(
            responseCode = "200",
            description = "The equipment; its version is the ETag.",
            content = @Content(schema = @Schema(implementation = Equipment.class)))
    @APIResponse(responseCode = "404", description = "There is no such equipment, or the caller may not see it.")
    public Uni<Response> get(@PathParam("equipment") String code) {
        return equipment.get(code).map(item -> Response.ok(item).tag(tag(item)).build());
    }

    @POST
    @Path("/deactivate")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "deactivateEquipment",
            summary = "Deactivate one or more pieces of equipment",
            description = "All or none: one unknown code leaves every piece as it was. What is inactive stays so.")
    @APIResponse(
            responseCode = "200",
            description = "All are inactive now.",
            content = @Content(schema = @Schema(implementation = EquipmentList.class)))
    @APIResponse(responseCode = "400", description = "A code is unknown; `errors` names each.")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another request.")
    public Uni<Response> deactivate(@NotNull @Valid EquipmentCodes body) {
        return setStatus(body, EquipmentStatus.INACTIVE);
    }

    @POST
    @Path("/activate")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "activateEquipment",
            summary = "Activate one or more pieces of equipment",
            description = "All or none: one unknown code leaves every piece as it was. What is active stays so.")
    @APIResponse(
            responseCode = "200",
            description = "All are active now.",
            content = @Content(schema = @Schema(implementation = EquipmentList.class)))
    @APIResponse(responseCode = "400", description = "A code is unknown; `errors` names each.")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another request.")
    public Uni<Response> activate(@NotNull @Valid EquipmentCodes body) {
        return setStatus(body, EquipmentStatus.ACTIVE);
    }

    private Uni<Response> setStatus(EquipmentCodes body, EquipmentStatus status) {
        return idempotency.once(body, transaction -> equipment
                .setStatus(transaction, body.codes(), status)
                .map(list -> Response.ok(list).build()));
    }

    static EntityTag tag(Equipment equipment) {
        return new EntityTag(Long.toString(equipment.version()));
    }
}
