package io.fairlead.fleet.equipment;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The equipment on board. */
@Path("/api/v1/equipment")
@Tag(name = "Equipment", description = "What stands on board of each vessel.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EquipmentResource {

    private final EquipmentStore equipment;
    private final EquipmentSwitch statuses;
    private final History history;
    private final Idempotency idempotency;
    private final Pool pool;

    EquipmentResource(
            EquipmentStore equipment, EquipmentSwitch statuses, History history, Idempotency idempotency, Pool pool) {
        this.equipment = equipment;
        this.statuses = statuses;
        this.history = history;
        this.idempotency = idempotency;
        this.pool = pool;
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
        return equipment.get(code).map(item -> Response.ok(item)
                .tag(Preconditions.tag(item.version()))
                .build());
    }

    @PATCH
    @Path("/{equipment}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "changeEquipment",
            summary = "Change a piece of equipment",
            description = "A JSON Merge Patch (RFC 7396): null removes a value, what is absent stays. The code never "
                    + "changes; the status is changed by activating and deactivating.")
    @RequestBody(content = @Content(schema = @Schema(ref = "NewEquipmentPatch")))
    @APIResponse(
            responseCode = "200",
            description = "The equipment as it is now; its version is the ETag.",
            content = @Content(schema = @Schema(implementation = Equipment.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; `errors` names it.")
    @APIResponse(responseCode = "404", description = "There is no such equipment, or the caller may not see it.")
    @APIResponse(responseCode = "412", description = "The equipment was changed meanwhile.")
    @APIResponse(responseCode = "428", description = "There is no If-Match.")
    public Uni<Response> change(
            @PathParam("equipment") String code,
            @Parameter(required = true, description = "The ETag that the caller has seen, or `*`.", example = "*")
                    @HeaderParam("If-Match")
                    String ifMatch,
            @NotNull JsonNode body) {
        IfMatch condition = Preconditions.required(ifMatch);
        return pool.withTransaction(transaction -> equipment.patch(transaction, code, condition, body))
                .map(item ->
                        Response.ok(item).tag(Preconditions.tag(item.version())).build());
    }

    @GET
    @Path("/{equipment}/history")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "listEquipmentHistory", summary = "List who changed equipment and when, newest first")
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            content = @Content(schema = @Schema(implementation = History.HistoryPage.class)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; `errors` names it.")
    @APIResponse(responseCode = "404", description = "There is no such equipment, or the caller may not see it.")
    public Uni<Response> history(
            @PathParam("equipment") String code, @BeanParam @Valid Paging paging, @Context UriInfo uri) {
        return history.list(Subject.EQUIPMENT, code, paging).map(page -> page.response(uri));
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
    @APIResponse(responseCode = "400", description = "A field is wrong; `errors` names it.")
    @APIResponse(responseCode = "409", description = "A code is unknown; `errors` names each.")
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
    @APIResponse(responseCode = "400", description = "A field is wrong; `errors` names it.")
    @APIResponse(
            responseCode = "409",
            description = "A code is unknown, or its vessel is retired; `errors` names each.")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another request.")
    public Uni<Response> activate(@NotNull @Valid EquipmentCodes body) {
        return setStatus(body, EquipmentStatus.ACTIVE);
    }

    private Uni<Response> setStatus(EquipmentCodes body, EquipmentStatus status) {
        return idempotency.once(body, transaction -> statuses.set(transaction, body.codes(), status)
                .map(list -> Response.ok(list).build()));
    }
}
