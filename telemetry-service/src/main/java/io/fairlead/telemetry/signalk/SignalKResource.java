package io.fairlead.telemetry.signalk;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.core.idempotency.Idempotency;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.telemetry.report.ReportIngest;
import io.fairlead.telemetry.report.SentReading;
import io.fairlead.telemetry.report.Unpacked;
import io.fairlead.telemetry.vessel.ReportingVessel;
import io.fairlead.telemetry.vessel.Sender;
import io.fairlead.telemetry.vessel.Vessel;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The door for Signal K delta messages. */
@Path("/api/v1/sensors/signalk")
@Tag(name = "Sensors", description = "Sensor readings in and out.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SignalKResource {

    /** Which sources are told apart. */
    public enum Sources {
        @JsonProperty("merged")
        MERGED,
        @JsonProperty("apart")
        APART;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final SignalKVessel vessel;
    private final ReportingVessel vessels;
    private final ReportIngest ingest;
    private final Idempotency idempotency;
    private final ObjectMapper json;

    SignalKResource(
            SignalKVessel vessel,
            ReportingVessel vessels,
            ReportIngest ingest,
            Idempotency idempotency,
            ObjectMapper json) {
        this.vessel = vessel;
        this.vessels = vessels;
        this.ingest = ingest;
        this.idempotency = idempotency;
        this.json = json;
    }

    @POST
    @RolesAllowed({Roles.INGEST, Roles.ADMIN})
    @Operation(
            operationId = "sendDelta",
            summary = "Send a Signal K delta",
            description = "Each value is a reading of the channel that its path names, in the SI unit that Signal K"
                    + " gives that path; an object becomes a channel for each member, as"
                    + " `navigation.position.latitude`. All of it is kept, or none; only a null is left out alone, and"
                    + " is counted as rejected. The context names the vessel by IMO number, MMSI or code.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            description = "A Signal K delta message.",
                                            requiredProperties = "updates"),
                            examples = @ExampleObject(name = "delta", value = SignalKExample.DELTA)))
    @APIResponse(
            responseCode = "200",
            description = "Stored.",
            content = @Content(schema = @Schema(implementation = SignalKReceipt.class)))
    @APIResponse(responseCode = "400", description = "Something is wrong and nothing is stored; `errors` names it.")
    @APIResponse(responseCode = "403", description = "The token does not speak for this vessel.")
    @APIResponse(responseCode = "413", description = "The body is too big, as it is or unpacked.")
    @APIResponse(responseCode = "415", description = "The body is no JSON, or compressed otherwise.")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another request.")
    public Uni<Response> send(
            @Parameter(description = "The vessel's code, when the context does not name it.", example = "MV102")
                    @QueryParam("vessel")
                    String code,
            @Parameter(
                            description = "`apart` keeps the values of several sources of one path apart, by the label"
                                    + " `source`.")
                    @QueryParam("sources")
                    @DefaultValue("merged")
                    Sources sources,
            @Parameter(
                            description = "`gzip` when the body is compressed.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"identity", "gzip", ""}))
                    @HeaderParam("Content-Encoding")
                    String encoding,
            byte[] body) {
        JsonNode delta = tree(Unpacked.bytes(body, encoding));
        Sender sender = vessels.sender();
        return vessel.find(delta.path("context"), code, sender)
                .chain(found -> keep(body, read(delta, found, sources), sender));
    }

    private Uni<Response> keep(byte[] body, Delta delta, Sender sender) {
        return ingest.check(delta.report(), "signalk", sender)
                .chain(batches ->
                        idempotency.once(body, transaction -> ingest.store(transaction, batches, sender.subject())
                                .map(receipt -> Response.ok(SignalKReceipt.of(receipt, delta.ignored()))
                                        .build())));
    }

    private static Delta read(JsonNode delta, Vessel vessel, Sources sources) {
        return new Delta(new SentReading.Place(vessel.code(), "/context"), sources == Sources.APART).read(delta);
    }

    private JsonNode tree(byte[] body) {
        try {
            JsonNode tree = json.reader()
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(body);
            if (!tree.isObject()) {
                throw Problems.badRequest(FieldError.body("", "Expected a JSON object."));
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw Problems.badRequest(FieldError.body("", "The body is not JSON."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
