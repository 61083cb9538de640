package io.fairlead.fleet.retirement;

import io.fairlead.core.identity.Roles;
import io.fairlead.core.patch.Preconditions;
import io.fairlead.fleet.vessel.Vessel;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a vessel leaves the fleet. */
@Path("/api/v1/vessels/{vessel}")
@Tag(name = "Vessels", description = "The vessels and offshore units of the fleet.")
@Produces(MediaType.APPLICATION_JSON)
public class RetirementResource {

    private final Retirement retirement;

    RetirementResource(Retirement retirement) {
        this.retirement = retirement;
    }

    @DELETE
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "retireVessel",
            summary = "Retire a vessel",
            description = "It stays readable as `retired`, with its history and its links; its equipment is "
                    + "deactivated. Retiring twice changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The vessel is retired; its version is the ETag.",
            content = @Content(schema = @Schema(implementation = Vessel.class)))
    @APIResponse(responseCode = "404", description = "There is no such vessel, or the caller may not see it.")
    @APIResponse(responseCode = "412", description = "The vessel was changed meanwhile.")
    @APIResponse(responseCode = "428", description = "There is no If-Match.")
    public Uni<Response> retire(
            @PathParam("vessel") String code,
            @Parameter(required = true, description = "The ETag that the caller has seen, or `*`.", example = "*")
                    @HeaderParam("If-Match")
                    String ifMatch) {
        return retirement.retire(code, Preconditions.required(ifMatch)).map(vessel -> Response.ok(vessel)
                .tag(Preconditions.tag(vessel.version()))
                .build());
    }
}
