package io.fairlead.telemetry.sensors;

import io.fairlead.core.identity.Roles;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.problem.Problems;
import io.fairlead.telemetry.iso19848.PackageExport;
import io.fairlead.telemetry.iso19848.PackageResource;
import io.fairlead.telemetry.reading.ReadingView;
import io.fairlead.telemetry.reading.TimeRange;
import io.fairlead.telemetry.vessel.ReportingVessel;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What vessels' sensors have reported. */
@Path("/api/v1/sensors/{vessel}")
@Tag(name = "Sensors", description = "Sensor readings in and out.")
@Produces({MediaType.APPLICATION_JSON, PackageResource.ISO_19848})
@RolesAllowed(Roles.VIEWER)
public class SensorResource {

    private final ReportingVessel vessels;
    private final Sensors sensors;
    private final PackageExport packages;

    SensorResource(ReportingVessel vessels, Sensors sensors, PackageExport packages) {
        this.vessels = vessels;
        this.sensors = sensors;
        this.packages = packages;
    }

    @GET
    @Path("/channels")
    @Operation(operationId = "listChannels", summary = "List a vessel's channels")
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ChannelPage.class)),
                @Content(
                        mediaType = PackageResource.ISO_19848,
                        schema = @Schema(type = SchemaType.OBJECT, description = "An ISO 19848 package."))
            })
    @APIResponse(responseCode = "400", description = "A parameter is wrong; `errors` names it.")
    @APIResponse(responseCode = "404", description = "There is no such vessel, or the caller may not see it.")
    public Uni<Response> channels(
            @PathParam("vessel") String code,
            @Parameter(description = "`iso19848` for a package, as with the header Accept.") @QueryParam("format")
                    Form form,
            @BeanParam @Valid Paging paging,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return vessels.readable(code).chain(vessel -> sensors.channels(vessel.code(), paging)
                .chain(page -> Form.isPackage(form, headers)
                        ? packages.channelList(
                                        vessel,
                                        page.items().stream()
                                                .map(ChannelView::channel)
                                                .toList())
                                .map(list -> Form.packaged(page, list, uri))
                        : Uni.createFrom().item(Form.json(page, uri))));
    }

    @GET
    @Path("/latest")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listLatestReadings", summary = "List the newest reading of each of a vessel's channels")
    @APIResponse(
            responseCode = "200",
            description = "One page, by channel.",
            content = @Content(schema = @Schema(implementation = LatestPage.class)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; `errors` names it.")
    @APIResponse(responseCode = "404", description = "There is no such vessel, or the caller may not see it.")
    public Uni<Response> latest(
            @PathParam("vessel") String code, @BeanParam @Valid Paging paging, @Context UriInfo uri) {
        return vessels.readable(code)
                .chain(vessel -> sensors.latest(vessel.code(), paging))
                .map(page -> page.response(uri));
    }

    @GET
    @Path("/channels/{channel}/readings")
    @Operation(operationId = "listReadings", summary = "List a channel's readings by time")
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ReadingPage.class)),
                @Content(
                        mediaType = PackageResource.ISO_19848,
                        schema = @Schema(type = SchemaType.OBJECT, description = "An ISO 19848 package."))
            })
    @APIResponse(responseCode = "400", description = "A parameter is wrong; `errors` names it.")
    @APIResponse(
            responseCode = "404",
            description = "There is no such vessel or channel, or the caller may not see it.")
    public Uni<Response> readings(
            @PathParam("vessel") String code,
            @Parameter(description = "The channel's `id`.", example = "17") @PathParam("channel") long channel,
            @Parameter(
                            description = "From this time; from the first reading if absent.",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @QueryParam("start")
                    String start,
            @Parameter(
                            description = "To this time, exclusive; to the last reading if absent.",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @QueryParam("end")
                    String end,
            @Parameter(description = "`iso19848` for a package, as with the header Accept.") @QueryParam("format")
                    Form form,
            @BeanParam @Valid Paging paging,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        TimeRange range = TimeRange.optional(start, end);
        return vessels.readable(code)
                .call(vessel -> sensors.hasChannel(vessel.code(), channel).invoke(known -> {
                    if (!known) {
                        throw Problems.notFound("Vessel " + code + " has no channel " + channel + ".");
                    }
                }))
                .chain(vessel -> sensors.readings(code, channel, range, paging)
                        .chain(page -> Form.isPackage(form, headers)
                                ? packages.timeSeries(vessel, channel, page.items())
                                        .map(series -> Form.packaged(page, series, uri))
                                : Uni.createFrom().item(Form.json(page, uri))));
    }

    /** The shape of a page of channels, for the document. */
    record ChannelPage(List<ChannelView> items, @Schema(nullable = true) String next) {}

    /** The shape of a page of newest readings, for the document. */
    record LatestPage(List<LatestReading> items, @Schema(nullable = true) String next) {}

    /** The shape of a page of readings, for the document. */
    record ReadingPage(List<ReadingView> items, @Schema(nullable = true) String next) {}
}
