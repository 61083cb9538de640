package io.fairlead.telemetry.sensors;

import io.fairlead.core.identity.Roles;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.telemetry.reading.TimeRange;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What several channels of several vessels have reported. */
@Path("/api/v1/sensors/readings")
@Tag(name = "Sensors", description = "Sensor readings in and out.")
@RolesAllowed(Roles.VIEWER)
public class FleetReadingResource {

    private final ReadableVessels vessels;
    private final SeriesSearch search;
    private final FleetReadings readings;
    private final ReadingDownloads downloads;

    FleetReadingResource(
            ReadableVessels vessels, SeriesSearch search, FleetReadings readings, ReadingDownloads downloads) {
        this.vessels = vessels;
        this.search = search;
        this.readings = readings;
        this.downloads = downloads;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Form.CSV_TYPE, Form.NDJSON_TYPE, Form.ARROW_TYPE, Form.PARQUET_TYPE})
    @Operation(
            operationId = "listFleetReadings",
            summary = "List the readings of several channels of several vessels",
            description =
                    "One channel after the other, each by time. JSON comes in pages; CSV (RFC 4180, with a header),"
                            + " NDJSON, Arrow and Parquet come whole. CSV and NDJSON are what `POST` takes in here.")
    @APIResponse(
            responseCode = "200",
            description = "One page, or everything.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FleetPage.class)),
                @Content(
                        mediaType = Form.CSV_TYPE,
                        schema = @Schema(type = SchemaType.STRING),
                        example =
                                "vessel,channel,time,start,value,text,quality,unit\r\nMV102,power,2026-01-31T04:00:00Z,,812.5,,,kW\r\n"),
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
    @APIResponse(responseCode = "400", description = "A parameter is missing or wrong; `errors` names it.")
    @APIResponse(responseCode = "404", description = "A vessel that is named may not be seen by the caller.")
    @APIResponse(responseCode = "406", description = "Accept names no media type that there is.")
    @APIResponse(responseCode = "503", description = Downloads.TOO_MANY)
    public Uni<Response> list(
            @Parameter(
                            required = true,
                            description = "A channel's name; several may be named.",
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = String.class,
                                            minItems = 1,
                                            pattern = "\\S"),
                            example = "power")
                    @QueryParam("channel")
                    List<String> channels,
            @Parameter(description = "Only of this vessel; several may be named.", example = "MV102")
                    @QueryParam("vessel")
                    List<String> named,
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
            @BeanParam Asked asked,
            @BeanParam @Valid Paging paging) {
        if (channels == null || channels.stream().allMatch(String::isBlank)) {
            throw Problems.badRequest(FieldError.query("channel", "This parameter is needed: a channel's name."));
        }
        TimeRange range = TimeRange.optional(start, end);
        Form form = asked.form(Form.tables(), paging, FleetReadings.CURSOR_PARTS);
        List<String> readable = vessels.of(named);
        return form.isBulk()
                ? search.reported(readable, channels, 0, SeriesSearch.ALL)
                        .map(series -> downloads.all(form, series, range))
                : readings.page(readable, channels, range, paging).map(page -> Form.json(page, asked.uri()));
    }

    /** The shape of a page of readings, for the document. */
    record FleetPage(List<SeriesReading> items, @Schema(nullable = true) String next) {}
}
