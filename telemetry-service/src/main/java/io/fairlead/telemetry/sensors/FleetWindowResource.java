package io.fairlead.telemetry.sensors;

import io.fairlead.core.identity.Roles;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.telemetry.table.Asked;
import io.fairlead.telemetry.table.Downloads;
import io.fairlead.telemetry.table.Form;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What one kind of sensor comes to on several vessels. */
@Path("/api/v1/sensors")
@Tag(name = "Sensors", description = "Sensor readings in and out.")
@Produces({MediaType.APPLICATION_JSON, Form.CSV_TYPE, Form.NDJSON_TYPE, Form.ARROW_TYPE, Form.PARQUET_TYPE})
@RolesAllowed(Roles.VIEWER)
public class FleetWindowResource {

    private final SensorWindows windows;
    private final WindowDownloads downloads;
    private final ReadableVessels readable;

    FleetWindowResource(SensorWindows windows, WindowDownloads downloads, ReadableVessels readable) {
        this.windows = windows;
        this.downloads = downloads;
        this.readable = readable;
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
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(anyOf = {FleetPage.class, Combined.class})),
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
    @APIResponse(responseCode = "404", description = "A vessel that is named may not be seen by the caller.")
    @APIResponse(responseCode = "406", description = "Accept names no media type that there is.")
    @APIResponse(responseCode = "503", description = Downloads.TOO_MANY)
    public Uni<Response> ofFleet(
            @Parameter(
                            required = true,
                            description = "The channels' name.",
                            schema = @Schema(type = SchemaType.STRING, pattern = "\\S"),
                            example = "power")
                    @QueryParam("channel")
                    String channel,
            @Parameter(description = "Only of this vessel; several may be named.", example = "MV102")
                    @QueryParam("vessel")
                    List<String> vessels,
            @Parameter(description = "Whether to make one list of all.") @QueryParam("combined") Boolean combined,
            @BeanParam WindowParameters parameters,
            @BeanParam Asked asked,
            @BeanParam @Valid Paging paging) {
        if (channel == null || channel.isBlank()) {
            throw Problems.badRequest(FieldError.query("channel", "This parameter is needed: a channel's name."));
        }
        WindowQuestion question = parameters.question();
        Form form = asked.form(Form.tables(), paging, 1);
        List<String> codes = readable.of(vessels);
        if (Boolean.TRUE.equals(combined)) {
            return windows.combined(channel, codes, question)
                    .map(all -> form.isBulk()
                            ? downloads.one(form, CombinedWindows.row(channel, all), question)
                            : combined(channel, all));
        }
        return form.isBulk()
                ? downloads.all(form, codes, List.of(channel), question)
                : windows.ofFleet(channel, codes, question, paging).map(page -> Form.json(page, asked.uri()));
    }

    private static Response combined(String channel, List<SensorWindow> all) {
        Combined answer = new Combined(List.of(new CombinedWindows(channel, all)), null);
        return Response.ok(answer, MediaType.APPLICATION_JSON_TYPE).build();
    }

    /** The windows of several vessels' channels together. */
    record CombinedWindows(String channel, List<SensorWindow> windows) {

        /** The same in the shape of one channel's, of no vessel. */
        static ChannelWindows row(String channel, List<SensorWindow> all) {
            return new ChannelWindows(null, new ChannelView(null, channel, Map.of(), null, null), all);
        }
    }

    /** The answer when all are made into one list. */
    record Combined(List<CombinedWindows> items, @Schema(nullable = true) String next) {}

    /** The shape of a page of windows, for the document. */
    record FleetPage(List<ChannelWindows> items, @Schema(nullable = true) String next) {}
}
