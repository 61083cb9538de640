package io.fairlead.telemetry.report;

import io.fairlead.core.idempotency.Idempotency;
import io.fairlead.core.identity.Roles;
import io.fairlead.telemetry.reading.Receipt;
import io.fairlead.telemetry.vessel.ReportingVessel;
import io.fairlead.telemetry.vessel.Sender;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The door for readings of any channels, as JSON, CSV or NDJSON. */
@Path("/api/v1/sensors/readings")
@Tag(name = "Sensors", description = "Sensor readings in and out.")
@Produces(MediaType.APPLICATION_JSON)
public class ReportResource {

    static final String CSV = "text/csv";
    static final String LINES = "application/x-ndjson";

    private final ReportIngest ingest;
    private final ReportingVessel vessels;
    private final Idempotency idempotency;

    ReportResource(ReportIngest ingest, ReportingVessel vessels, Idempotency idempotency) {
        this.ingest = ingest;
        this.vessels = vessels;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, CSV, LINES})
    @RolesAllowed({Roles.INGEST, Roles.ADMIN})
    @Operation(
            operationId = "reportReadings",
            summary = "Report readings of any channels",
            description = "Of one vessel or of several; all readings are kept, or none. CSV has a row of column names"
                    + " in any order: `vessel`, `channel`, `time`, `value`, `text`, `unit`, `quality`, `start` and"
                    + " `label.` with a label's name; a value that is no number is kept as text. NDJSON has a reading"
                    + " in each line. `errors` names the line as `#/rows/17/value` or `#/lines/17/value`, counted from"
                    + " 1. Sending the same again changes nothing; another value for a known time corrects it.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ReportDocument.class),
                        examples = @ExampleObject(name = "readings", value = ReportDocument.JSON)),
                @Content(
                        mediaType = CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "rows", value = ReportDocument.CSV)),
                @Content(
                        mediaType = LINES,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "lines", value = ReportDocument.LINES))
            })
    @APIResponse(
            responseCode = "200",
            description = "Stored.",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "400", description = "Something is wrong and nothing is stored; `errors` names it.")
    @APIResponse(responseCode = "403", description = "The token does not speak for a vessel of the request.")
    @APIResponse(responseCode = "413", description = "The body is too big, as it is or unpacked.")
    @APIResponse(responseCode = "415", description = "The body is no JSON, CSV or NDJSON, or compressed otherwise.")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another request.")
    public Uni<Response> report(
            @Parameter(
                            description = "`gzip` when the body is compressed.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"identity", "gzip", ""}))
                    @HeaderParam("Content-Encoding")
                    String encoding,
            @Context HttpHeaders headers,
            byte[] body) {
        Report report = read(Unpacked.bytes(body, encoding), headers.getMediaType());
        Sender sender = vessels.sender();
        return ingest.check(report, "readings", sender)
                .chain(batches -> idempotency.once(body == null ? new byte[0] : body, transaction -> ingest.store(
                                transaction, batches, sender.subject())
                        .map(receipt -> Response.ok(receipt).build())));
    }

    private static Report read(byte[] bytes, MediaType type) {
        if (type != null && type.isCompatible(MediaType.valueOf(CSV))) {
            return CsvReport.read(bytes);
        }
        return type != null && type.isCompatible(MediaType.valueOf(LINES))
                ? LinesReport.read(bytes)
                : JsonReport.read(bytes);
    }
}
