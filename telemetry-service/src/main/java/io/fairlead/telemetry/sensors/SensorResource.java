package io.fairlead.telemetry.sensors;

import io.fairlead.core.identity.Roles;
import io.fairlead.core.paging.Paging;
import io.fairlead.telemetry.iso19848.PackageExport;
import io.fairlead.telemetry.iso19848.PackageResource;
import io.fairlead.telemetry.table.Asked;
import io.fairlead.telemetry.table.Downloads;
import io.fairlead.telemetry.table.Form;
import io.fairlead.telemetry.vessel.ReportingVessel;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
    private final SeriesSearch search;
    private final ReadingDownloads downloads;
    private final PackageExport packages;

    SensorResource(
            ReportingVessel vessels,
            Sensors sensors,
            SeriesSearch search,
            ReadingDownloads downloads,
            PackageExport packages) {
        this.vessels = vessels;
        this.sensors = sensors;
        this.search = search;
        this.downloads = downloads;
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
            @PathParam("vessel") String code, @BeanParam Asked asked, @BeanParam @Valid Paging paging) {
        boolean packaged = asked.form(List.of(Form.JSON, Form.ISO19848)) == Form.ISO19848;
        return vessels.readable(code).chain(vessel -> sensors.channels(vessel.code(), paging)
                .chain(page -> packaged
                        ? packages.channelList(
                                        vessel,
                                        page.items().stream()
                                                .map(ChannelView::channel)
                                                .toList())
                                .map(list -> Form.packaged(page, list, asked.uri()))
                        : Uni.createFrom().item(Form.json(page, asked.uri()))));
    }

    @GET
    @Path("/latest")
    @Produces({MediaType.APPLICATION_JSON, Form.CSV_TYPE, Form.NDJSON_TYPE, Form.ARROW_TYPE, Form.PARQUET_TYPE})
    @Operation(operationId = "listLatestReadings", summary = "List the newest reading of each of a vessel's channels")
    @APIResponse(
            responseCode = "200",
            description = "One page, or everything, by channel.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = LatestPage.class)),
                @Content(mediaType = Form.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Form.NDJSON_TYPE, schema = @Schema(implementation = SeriesReading.class)),
                @Content(
                        mediaType = Form.ARROW_TYPE,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        format = "binary",
                                        description = "An Arrow IPC stream.")),
                @Content(
                        mediaType = Form.PARQUET_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary", description = "A Parquet file."))
            })
    @APIResponse(responseCode = "400", description = "A parameter is wrong; `errors` names it.")
    @APIResponse(responseCode = "404", description = "There is no such vessel, or the caller may not see it.")
    @APIResponse(responseCode = "406", description = "Accept names no media type that there is.")
    @APIResponse(responseCode = "503", description = Downloads.TOO_MANY)
    public Uni<Response> latest(
            @PathParam("vessel") String code, @BeanParam Asked asked, @BeanParam @Valid Paging paging) {
        Form form = asked.form(Form.tables(), paging, 1);
        return vessels.readable(code)
                .chain(vessel -> form.isBulk()
                        ? search.reported(List.of(vessel.code()), null, 0, SeriesSearch.ALL)
                                .map(series -> downloads.latest(form, vessel.code(), series))
                        : sensors.latest(vessel.code(), paging).map(page -> Form.json(page, asked.uri())));
    }

    /** The shape of a page of channels, for the document. */
    record ChannelPage(List<ChannelView> items, @Schema(nullable = true) String next) {}

    /** The shape of a page of newest readings, for the document. */
    record LatestPage(List<LatestReading> items, @Schema(nullable = true) String next) {}
}
