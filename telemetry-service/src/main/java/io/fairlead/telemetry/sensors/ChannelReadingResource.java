package io.fairlead.telemetry.sensors;

import io.fairlead.core.identity.Roles;
import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.problem.Problems;
import io.fairlead.telemetry.iso19848.PackageExport;
import io.fairlead.telemetry.iso19848.PackageResource;
import io.fairlead.telemetry.reading.ReadingView;
import io.fairlead.telemetry.reading.TimeRange;
import io.fairlead.telemetry.store.Series;
import io.fairlead.telemetry.table.Asked;
import io.fairlead.telemetry.table.Downloads;
import io.fairlead.telemetry.table.Form;
import io.fairlead.telemetry.vessel.ReportingVessel;
import io.fairlead.telemetry.vessel.Vessel;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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

/** What a vessel's channel has reported. */
@Path("/api/v1/sensors/{vessel}")
@Tag(name = "Sensors", description = "Sensor readings in and out.")
@RolesAllowed(Roles.VIEWER)
public class ChannelReadingResource {

    private static final int MOST_POINTS = 10_000;
    private static final int CURSOR_PARTS = 2;
    private static final List<Form> FORMS =
            List.of(Form.JSON, Form.ISO19848, Form.CSV, Form.NDJSON, Form.ARROW, Form.PARQUET);

    private final ReportingVessel vessels;
    private final SeriesSearch search;
    private final Sensors sensors;
    private final ReadingDownloads downloads;
    private final PackageExport packages;

    ChannelReadingResource(
            ReportingVessel vessels,
            SeriesSearch search,
            Sensors sensors,
            ReadingDownloads downloads,
            PackageExport packages) {
        this.vessels = vessels;
        this.search = search;
        this.sensors = sensors;
        this.downloads = downloads;
        this.packages = packages;
    }

    @GET
    @Path("/channels/{channel}/readings")
    @Produces({
        MediaType.APPLICATION_JSON,
        PackageResource.ISO_19848,
        Form.CSV_TYPE,
        Form.NDJSON_TYPE,
        Form.ARROW_TYPE,
        Form.PARQUET_TYPE
    })
    @Operation(
            operationId = "listReadings",
            summary = "List a channel's readings by time",
            description =
                    "JSON and packages come in pages; CSV (RFC 4180, with a header), NDJSON, Arrow and Parquet come whole."
                            + " With `maxPoints` at most so many come, at once in any form: of the numbers those whose line"
                            + " looks most like that of all (LTTB); texts are left out then.")
    @APIResponse(
            responseCode = "200",
            description = "One page, or everything.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ReadingPage.class)),
                @Content(
                        mediaType = PackageResource.ISO_19848,
                        schema = @Schema(type = SchemaType.OBJECT, description = "An ISO 19848 package.")),
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
    @APIResponse(
            responseCode = "404",
            description = "There is no such vessel or channel, or the caller may not see it.")
    @APIResponse(responseCode = "406", description = "Accept names no media type that there is.")
    @APIResponse(responseCode = "503", description = Downloads.TOO_MANY)
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
            @Parameter(description = "Choose at most so many readings, for a chart.", example = "1000")
                    @QueryParam("maxPoints")
                    @Min(value = 3, message = "must be 3 to 10000")
                    @Max(value = MOST_POINTS, message = "must be 3 to 10000")
                    Integer maxPoints,
            @BeanParam Asked asked,
            @BeanParam @Valid Paging paging) {
        Question question = new Question(
                TimeRange.optional(start, end), maxPoints, asked.form(FORMS, paging, CURSOR_PARTS), asked, paging);
        if (maxPoints != null) {
            Asked.requireNoCursor(paging, CURSOR_PARTS);
        }
        return vessels.readable(code).chain(vessel -> search.one(vessel.code(), channel)
                .map(found -> found.orElseThrow(
                        () -> Problems.notFound("Vessel " + code + " has no channel " + channel + ".")))
                .chain(series -> answer(vessel, series, question)));
    }

    private record Question(TimeRange range, Integer maxPoints, Form form, Asked asked, Paging paging) {}

    private Uni<Response> answer(Vessel vessel, Series series, Question question) {
        if (question.maxPoints() != null) {
            return downloads
                    .thinned(series, question.range(), question.maxPoints())
                    .chain(chosen -> question.form().isBulk()
                            ? Uni.createFrom().item(downloads.some(question.form(), series, chosen))
                            : paged(vessel, series, Sensors.views(new Page<>(chosen, null)), question));
        }
        return question.form().isBulk()
                ? Uni.createFrom().item(downloads.all(question.form(), List.of(series), question.range()))
                : sensors.readings(vessel.code(), series.id(), question.range(), question.paging())
                        .chain(page -> paged(vessel, series, page, question));
    }

    private Uni<Response> paged(Vessel vessel, Series series, Page<ReadingView> page, Question question) {
        return question.form() == Form.ISO19848
                ? packages.timeSeries(vessel, series.id(), page.items())
                        .map(content ->
                                Form.packaged(page, content, question.asked().uri()))
                : Uni.createFrom().item(Form.json(page, question.asked().uri()));
    }

    /** The shape of a page of readings, for the document. */
    record ReadingPage(List<ReadingView> items, @Schema(nullable = true) String next) {}
}
