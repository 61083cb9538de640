package io.fairlead.telemetry.sensors;

import io.fairlead.core.identity.Roles;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.problem.Problems;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the numbers of a vessel's channels come to in equal windows. */
@Path("/api/v1/sensors/{vessel}")
@Tag(name = "Sensors", description = "Sensor readings in and out.")
@Produces({MediaType.APPLICATION_JSON, Form.CSV_TYPE, Form.NDJSON_TYPE, Form.ARROW_TYPE, Form.PARQUET_TYPE})
@RolesAllowed(Roles.VIEWER)
public class SensorWindowResource {

    private final ReportingVessel vessels;
    private final SensorWindows windows;
    private final WindowDownloads downloads;

    SensorWindowResource(ReportingVessel vessels, SensorWindows windows, WindowDownloads downloads) {
        this.vessels = vessels;
        this.windows = windows;
        this.downloads = downloads;
    }

    @GET
    @Path("/channels/{channel}/windows")
    @Operation(
            operationId = "getChannelWindows",
            summary = "Get what a channel's numbers come to in equal windows",
            description =
                    "A window holds the readings at or after its start and before its end. Windows without a number"
                            + " are left out.")
    @APIResponse(
            responseCode = "200",
            description = "The channel and its windows.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ChannelWindows.class)),
                @Content(mediaType = Form.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Form.NDJSON_TYPE, schema = @Schema(type = SchemaType.OBJECT)),
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
    @APIResponse(responseCode = "400", description = "A parameter is missing or wrong; `errors` names it.")
    @APIResponse(
            responseCode = "404",
            description = "There is no such vessel or channel, or the caller may not see it.")
    @APIResponse(responseCode = "406", description = "Accept names no media type that there is.")
    @APIResponse(responseCode = "503", description = Downloads.TOO_MANY)
    public Uni<Response> ofChannel(
            @PathParam("vessel") String code,
            @Parameter(description = "The channel's `id`.", example = "17") @PathParam("channel") long channel,
            @BeanParam WindowParameters parameters,
            @BeanParam Asked asked) {
        WindowQuestion question = parameters.question();
        Form form = asked.form(Form.tables());
        return vessels.readable(code)
                .chain(vessel -> windows.ofChannel(vessel.code(), channel, question))
                .map(found -> {
                    if (found.isEmpty()) {
                        throw Problems.notFound("Vessel " + code + " has no channel " + channel + ".");
                    }
                    return form.isBulk()
                            ? downloads.one(form, found.get(0), question)
                            : Response.ok(found.get(0), MediaType.APPLICATION_JSON_TYPE)
                                    .build();
                });
    }

    @GET
    @Path("/windows")
    @Operation(
            operationId = "listVesselWindows",
            summary = "List what the numbers of a vessel's channels come to in equal windows",
            description = "All channels, or those named, page by page.")
    @APIResponse(
            responseCode = "200",
            description = "One page, by channel.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = WindowsPage.class)),
                @Content(mediaType = Form.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Form.NDJSON_TYPE, schema = @Schema(type = SchemaType.OBJECT)),
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
    @APIResponse(responseCode = "400", description = "A parameter is missing or wrong; `errors` names it.")
    @APIResponse(responseCode = "404", description = "There is no such vessel, or the caller may not see it.")
    @APIResponse(responseCode = "406", description = "Accept names no media type that there is.")
    @APIResponse(responseCode = "503", description = Downloads.TOO_MANY)
    public Uni<Response> ofVessel(
            @PathParam("vessel") String code,
            @Parameter(description = "Only channels of this name; several may be named.", example = "power")
                    @QueryParam("channel")
                    List<String> channels,
            @BeanParam WindowParameters parameters,
            @BeanParam Asked asked,
            @BeanParam @Valid Paging paging) {
        WindowQuestion question = parameters.question();
        Form form = asked.form(Form.tables(), paging, 1);
        return vessels.readable(code)
                .chain(vessel -> form.isBulk()
                        ? downloads.all(form, List.of(vessel.code()), channels, question)
                        : windows.ofVessel(vessel.code(), channels, question, paging)
                                .map(page -> Form.json(page, asked.uri())));
    }

    /** The shape of a page of windows, for the document. */
    record WindowsPage(List<ChannelWindows> items, @Schema(nullable = true) String next) {}
}
