package io.fairlead.fleet.assignment;

import io.fairlead.core.identity.Roles;
import io.fairlead.core.paging.Paging;
import io.fairlead.fleet.schedule.TimeSpan;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who sails a selection of schedules. */
@Path("/api/v1/schedules/vessels")
@Tag(name = "Links", description = "Which vessel sails which schedule.")
@Produces(MediaType.APPLICATION_JSON)
public class VesselsOfSchedulesResource {

    private final Selections selections;

    VesselsOfSchedulesResource(Selections selections) {
        this.selections = selections;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listVesselsOfSchedules",
            summary = "List the vessels of one or more schedules",
            description = "By schedule and code. Each item says which vessel sails which schedule and how.")
    @APIResponse(
            responseCode = "200",
            description = "One page. The Link header is left out where the selection makes it too long.",
            content = @Content(schema = @Schema(implementation = SailingVesselPage.class)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; `errors` names it.")
    @APIResponse(
            responseCode = "404",
            description = "A schedule is not there, or no vessel of the caller sails it; `errors` names each.")
    public Uni<Response> vessels(
            @QueryParam("schedule")
                    @NotNull
                    @Size(min = 1, max = Selections.MOST_NAMED, message = "must be named 1 to 1000 times")
                    @Parameter(required = true, description = "The id of a schedule; may be given many times.")
                    List<Long> schedule,
            @BeanParam @Valid TimeSpan span,
            @BeanParam @Valid Paging paging,
            @Context UriInfo uri) {
        return selections.vessels(schedule, span, paging).map(page -> Selections.answer(page, uri));
    }

    /** The shape of a page, for the document. */
    record SailingVesselPage(List<SailingVessel> items, @Schema(nullable = true) String next) {}
}
