package io.fairlead.fleet.assignment;

import io.fairlead.core.identity.Roles;
import io.fairlead.fleet.schedule.ScheduleVessel;
import io.fairlead.fleet.vessel.Vessels;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Puts one vessel on a schedule and takes it off. */
@Path("/api/v1/vessels/{vessel}/schedules/{schedule}")
@Tag(name = "Links", description = "Which vessel sails which schedule.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class VesselScheduleResource {

    private final Assignments assignments;
    private final Vessels vessels;
    private final Pool pool;

    VesselScheduleResource(Assignments assignments, Vessels vessels, Pool pool) {
        this.assignments = assignments;
        this.vessels = vessels;
        this.pool = pool;
    }

    @PUT
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "linkVessel",
            summary = "Link a vessel to a schedule",
            description = "Or change how it sails it. Doing it twice changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The vessel sails the schedule.",
            content = @Content(schema = @Schema(implementation = ScheduleVessel.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; `errors` names it.")
    @APIResponse(responseCode = "404", description = "There is no such vessel or schedule.")
    @APIResponse(
            responseCode = "409",
            description = "The vessel is retired, or an exclusive link of it does not allow it.")
    public Uni<ScheduleVessel> link(
            @PathParam("vessel") String vessel,
            @PathParam("schedule") long schedule,
            @NotNull @Valid LinkDetails body) {
        return vessels.get(vessel)
                .invoke(Vessels::requireActive)
                .chain(() -> pool.withTransaction(transaction ->
                        assignments.link(transaction, schedule, List.of(NewLink.of(vessel, body)), List.of("/vessel"))))
                .map(links -> links.stream()
                        .filter(link -> link.vessel().equals(vessel))
                        .findFirst()
                        .orElseThrow());
    }

    @DELETE
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "unlinkVessel", summary = "Take a vessel off a schedule")
    @APIResponse(responseCode = "204", description = "The vessel does not sail the schedule any more.")
    @APIResponse(responseCode = "404", description = "The vessel does not sail such a schedule.")
    public Uni<Void> unlink(@PathParam("vessel") String vessel, @PathParam("schedule") long schedule) {
        return pool.withTransaction(transaction -> assignments.unlink(transaction, schedule, vessel));
    }
}
