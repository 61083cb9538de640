package io.fairlead.telemetry.influx;

import io.fairlead.core.identity.Roles;
import io.fairlead.core.problem.AnyQuery;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
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

/** The door for writers of InfluxDB 2: agents and libraries that speak line protocol work unchanged. */
@Path("/api/v2/write")
@Tag(name = "InfluxDB", description = "Line protocol in, for existing agents and libraries.")
@Consumes(MediaType.WILDCARD)
@AnyQuery
public class WriteResource {

    private final LineIngest lines;

    WriteResource(LineIngest lines) {
        this.lines = lines;
    }

    @POST
    @RolesAllowed({Roles.INGEST, Roles.ADMIN})
    @Operation(
            operationId = "writeLines",
            summary = "Write line protocol as to InfluxDB 2",
            description = "The tag `vessel` names the vessel. All lines are kept, or none. The measurement `power` with"
                    + " a field `kW` and `energy` with `kWh` become 15-minute windows. A line without a time is of"
                    + " now. The token may come as `Token` or as the password of Basic authentication.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.TEXT_PLAIN,
                            schema = @Schema(type = SchemaType.STRING, minLength = 1),
                            examples =
                                    @ExampleObject(
                                            name = "power",
                                            value = "power,vessel=MV102,consumer=hotel kW=812.5 1769832000000000000")))
    @APIResponse(responseCode = "204", description = "Stored.")
    @APIResponse(
            responseCode = "400",
            description = "Something is wrong and nothing is stored; the message names each bad line.",
            content = @Content(schema = @Schema(implementation = InfluxError.class)))
    @APIResponse(
            responseCode = "403",
            description = "The token does not speak for a vessel of the request.",
            content = @Content(schema = @Schema(implementation = InfluxError.class)))
    @APIResponse(responseCode = "413", description = "The body is too big, as it is or unpacked.")
    @APIResponse(
            responseCode = "415",
            description = "The body is compressed, but not by gzip.",
            content = @Content(schema = @Schema(implementation = InfluxError.class)))
    public Uni<Response> write(
            @Parameter(
                            description = "The unit of the time stamps, nanoseconds when nothing is said.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"ns", "us", "ms", "s", ""}))
                    @QueryParam("precision")
                    String precision,
            @Parameter(
                            description = "`gzip` when the body is compressed.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"identity", "gzip", ""}))
                    @HeaderParam("Content-Encoding")
                    String encoding,
            byte[] body) {
        Precision unit = Precision.current(precision)
                .orElseThrow(() -> InfluxError.refusal(400, "invalid", "The precision must be ns, us, ms or s."));
        return lines.write(body, encoding, unit);
    }
}
