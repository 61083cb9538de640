package io.fairlead.fleet.assignment;

import io.fairlead.core.idempotency.Idempotency;
import io.fairlead.core.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Puts vessels on a schedule. */
@Path("/api/v1/schedules/{schedule}/vessels")
@Tag(name = "Links", description = "Which vessel sails which schedule.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ScheduleVesselsResource {

    private final Assignments assignments;
    private final Idempotency idempotency;

    ScheduleVesselsResource(Assignments assignments, Idempotency idempotency) {
        this.assignments = assignments;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "linkVessels",
            summary = "Link vessels to a schedule",
            description = "All or none. A vessel that is linked already gets the new role, note and exclusivity.")
    @APIResponse(
            responseCode = "200",
            description = "All links of the schedule.",
            content = @Content(schema = @Schema(implementation = LinkList.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong, or a vessel named twice; `errors` names it.")
    @APIResponse(
            responseCode = "404",
            description = "There is no such schedule, or no such vessel: `errors` names each.")
    @APIResponse(
            responseCode = "409",
            description =
                    "A vessel is unknown or retired, or an exclusive link does not allow it; `errors` names each.")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another request.")
    public Uni<Response> link(@PathParam("schedule") long schedule, @NotNull @Valid NewLinks body) {
        List<String> at = IntStream.range(0, body.vessels().size())
                .mapToObj(i -> "/vessels/" + i + "/vessel")
                .toList();
        return idempotency.once(body, transaction -> assignments
                .link(transaction, schedule, body.vessels(), at)
                .map(links -> Response.ok(new LinkList(links)).build()));
    }
}
