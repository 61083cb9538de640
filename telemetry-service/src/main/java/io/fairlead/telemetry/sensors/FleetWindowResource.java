package io.fairlead.telemetry.sensors;

import io.fairlead.core.identity.Caller;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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

/** What one kind of sensor comes to on several vessels. */
@Path("/api/v1/sensors")
@Tag(name = "Sensors", description = "Sensor readings in and out.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public class FleetWindowResource {

    private final SensorWindows windows;
    private final Caller caller;

    FleetWindowResource(SensorWindows windows, Caller caller) {
        this.windows = windows;
        this.caller = caller;
    }

    @GET
    @Path("/windows")
    @Operation(
            operationId = "listFleetWindows",
            summary = "List what channels of one name come to in equal windows on several vessels",
            description =
                    "One list for each vessel's channel, page by page; with `combined` one list for all together.")
    @APIResponse(
            responseCode = "200",
            description = "One page, by channel; one item in all with `combined`.",
            content = @Content(schema = @Schema(implementation = FleetPage.class)))
    @APIResponse(responseCode = "400", description = "A parameter is missing or wrong; `errors` names it.")
    @APIResponse(responseCode = "404", description = "A vessel that is named may not be seen by the caller.")
    public Uni<Response> ofFleet(
            @Parameter(required = true, description = "The channels' name.", example = "power") @QueryParam("channel")
                    String channel,
            @Parameter(description = "Only of this vessel; several may be named.", example = "MV102")
                    @QueryParam("vessel")
                    List<String> vessels,
            @Parameter(description = "Whether to make one list of all.") @QueryParam("combined") boolean combined,
            @BeanParam WindowParameters parameters,
            @BeanParam @Valid Paging paging,
            @Context UriInfo uri) {
        if (channel == null || channel.isBlank()) {
            throw Problems.badRequest(FieldError.query("channel", "This parameter is needed: a channel's name."));
        }
        WindowQuestion question = parameters.question();
        List<String> readable = readable(vessels);
        return combined
                ? windows.combined(channel, readable, question)
                        .map(all -> Response.ok(new Combined(List.of(new CombinedWindows(channel, all)), null))
                                .build())
                : windows.ofFleet(channel, readable, question, paging).map(page -> page.response(uri));
    }

    /** The vessels to look at; null for all. */
    private List<String> readable(List<String> named) {
        if (named == null || named.isEmpty()) {
            return caller.readableVessels().map(List::copyOf).orElse(null);
        }
        named.stream().filter(vessel -> !caller.mayRead(vessel)).findFirst().ifPresent(vessel -> {
            throw Problems.notFound("There is no vessel " + vessel + ".");
        });
        return named;
    }

    /** The windows of several vessels' channels together. */
    record CombinedWindows(String channel, List<SensorWindow> windows) {}

    /** The answer when all are made into one list. */
    record Combined(List<CombinedWindows> items, String next) {}

    /** The shape of a page of windows, for the document. */
    record FleetPage(List<ChannelWindows> items, @Schema(nullable = true) String next) {}
}
