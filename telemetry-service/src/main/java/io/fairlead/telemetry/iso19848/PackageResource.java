package io.fairlead.telemetry.iso19848;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.idempotency.Idempotency;
import io.fairlead.core.identity.Roles;
import io.fairlead.telemetry.reading.Receipt;
import io.fairlead.telemetry.vessel.ReportingVessel;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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

/** The door for ISO 19848 packages: data channel lists, which describe channels, and their time series. */
@Path("/api/v1/sensors/iso19848")
@Tag(name = "Sensors", description = "Sensor readings in and out.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, PackageResource.ISO_19848})
public class PackageResource {

    /** What an ISO 19848 package in JSON is called. */
    public static final String ISO_19848 = "application/vnd.iso19848+json";

    private final PackageIngest packages;
    private final ReportingVessel vessels;
    private final Idempotency idempotency;

    PackageResource(PackageIngest packages, ReportingVessel vessels, Idempotency idempotency) {
        this.packages = packages;
        this.vessels = vessels;
        this.idempotency = idempotency;
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
    public Uni<Response> send(
            @Parameter(description = "The vessel's code: needed when the package has no `ShipID`.", example = "MV102")
                    @QueryParam("vessel")
                    String code,
            @NotNull JsonNode body) {
        return packages.check(body, code, "vessel", vessels.sender())
                .chain(keep -> idempotency.once(body, transaction -> keep.apply(transaction)
                        .map(receipt -> Response.ok(receipt).build())));
    }
}
