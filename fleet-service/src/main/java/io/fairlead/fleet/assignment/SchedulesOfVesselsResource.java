package io.fairlead.fleet.assignment;

import io.fairlead.core.identity.Roles;
import io.fairlead.core.paging.Paging;
import io.fairlead.fleet.schedule.TimeSpan;
import io.fairlead.fleet.vessel.NewVessel;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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

/** What a selection of vessels sails. */
@Path("/api/v1/vessels/schedules")
@Tag(name = "Links", description = "Which vessel sails which schedule.")
@Produces(MediaType.APPLICATION_JSON)
public class SchedulesOfVesselsResource {

    private final Selections selections;

    SchedulesOfVesselsResource(Selections selections) {
        this.selections = selections;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listSchedulesOfVessels",
            summary = "List the schedules of one or more vessels",
            description = "By vessel and start. Each item says which vessel sails which schedule and how.")
    @APIResponse(
            responseCode = "200",
            description = "One page. The Link header is left out where the selection makes it too long.",
            content = @Content(schema = @Schema(implementation = VesselSchedulePage.class)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; `errors` names it.")
    @APIResponse(responseCode = "404", description = "A vessel is not there, or not the caller's; `errors` names each.")
    public Uni<Response> schedules(
            @QueryParam("vessel")
                    @NotNull
                    @Size(min = 1, max = Selections.MOST_NAMED, message = "must be named 1 to 1000 times")
                    @Parameter(required = true, description = "The code of a vessel; may be given many times.")
                    List<@Pattern(regexp = NewVessel.CODE, message = NewVessel.CODE_MESSAGE) String> vessel,
            @BeanParam @Valid TimeSpan span,
            @BeanParam @Valid Paging paging,
            @Context UriInfo uri) {
        return selections.schedules(vessel, span, paging).map(page -> Selections.answer(page, uri));
    }

    /** The shape of a page, for the document. */
    record VesselSchedulePage(List<VesselSchedule> items, @Schema(nullable = true) String next) {}
}
