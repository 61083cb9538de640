package io.fairlead.telemetry.iso19848;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.idempotency.Idempotency;
import io.fairlead.core.identity.Caller;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.telemetry.reading.BatchBuilder;
import io.fairlead.telemetry.reading.ReadingRules;
import io.fairlead.telemetry.reading.Receipt;
import io.fairlead.telemetry.store.Ingest;
import io.fairlead.telemetry.vessel.ReportingVessel;
import io.fairlead.telemetry.vessel.Vessel;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The door for ISO 19848 packages: data channel lists, which describe channels, and their time series. */
@Path("/api/v1/sensors/iso19848")
@Tag(name = "Sensors", description = "Sensor readings in and out.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PackageResource {

    private final ReportingVessel vessels;
    private final ChannelLists lists;
    private final Ingest ingest;
    private final ReadingRules rules;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    PackageResource(
            ReportingVessel vessels,
            ChannelLists lists,
            Ingest ingest,
            ReadingRules rules,
            Idempotency idempotency,
            Caller caller,
            Clock clock) {
        this.vessels = vessels;
        this.lists = lists;
        this.ingest = ingest;
        this.rules = rules;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({Roles.INGEST, Roles.ADMIN})
    @Operation(
            operationId = "sendPackage",
            summary = "Send an ISO 19848 package",
            description = "A package with a DataChannelList describes channels; one with TimeSeriesData brings their"
                    + " readings. All of it is kept, or none; only an empty value is left out alone, and is counted as"
                    + " rejected. Channels with `qty-power` or `qty-energy` in their LocalID become 15-minute windows.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT, description = "An ISO 19848 package in JSON."),
                            examples = {
                                @ExampleObject(name = "time series", value = Examples.TIME_SERIES),
                                @ExampleObject(name = "data channel list", value = Examples.CHANNEL_LIST)
                            }))
    @APIResponse(
            responseCode = "200",
            description = "Stored: readings, or the channels of a list.",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "400", description = "Something is wrong and nothing is stored; `errors` names it.")
    @APIResponse(responseCode = "403", description = "The token does not speak for this vessel.")
    @APIResponse(responseCode = "409", description = "A list changes the unit of a channel that has readings.")
    @APIResponse(responseCode = "413", description = "The body is too big.")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another request.")
    public Uni<Response> send(@NotNull JsonNode body) {
        BatchBuilder batch = new BatchBuilder();
        PackageNode content = new PackageNode(body, "", batch).get("Package");
        boolean list = !content.get("DataChannelList").missing();
        boolean series = !content.get("TimeSeriesData").missing();
        if (list == series) {
            throw Problems.badRequest(
                    FieldError.body("/Package", "A package has either a DataChannelList or TimeSeriesData."));
        }
        PackageNode ship = content.get("Header").get("ShipID");
        String imo = ShipId.imo(ship);
        refuseFaults(batch);
        return vessels.byImo(imo, ship.pointer())
                .chain(vessel -> list ? keepList(body, content, vessel) : keepReadings(body, content, vessel));
    }

    private Uni<Response> keepList(JsonNode body, PackageNode content, Vessel vessel) {
        String id = content.get("Header").get("DataChannelListID").get("ID").required();
        List<DeclaredChannel> channels = DataChannelListReader.read(content.get("DataChannelList"));
        refuseFaults(content.batch());
        return idempotency.once(body, transaction -> lists.keep(transaction, vessel.code(), id, channels)
                .map(receipt -> Response.ok(receipt).build()));
    }

    private Uni<Response> keepReadings(JsonNode body, PackageNode content, Vessel vessel) {
        return lists.known(vessel.code()).chain(known -> {
            TimeSeriesReader.read(content.get("TimeSeriesData"), known, rules.limits(clock));
            refuseFaults(content.batch());
            return idempotency.once(body, transaction -> ingest.accept(
                            transaction, content.batch().build(vessel.code(), "iso19848"), caller.subject())
                    .map(receipt -> Response.ok(receipt).build()));
        });
    }

    private static void refuseFaults(BatchBuilder batch) {
        if (!batch.errors().isEmpty()) {
            throw Problems.badRequest(batch.errors());
        }
    }
}
