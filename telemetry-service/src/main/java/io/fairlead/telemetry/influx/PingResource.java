package io.fairlead.telemetry.influx;

import io.fairlead.core.problem.AnyQuery;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Answers clients of InfluxDB that ask whether it is there, and which version's protocol it speaks. */
@Path("/ping")
@Tag(name = "InfluxDB")
@AnyQuery
public class PingResource {

    private static final String VERSION = "2.7.0";

    @GET
    @PermitAll
    @SecurityRequirements
    @Operation(operationId = "pingInflux", summary = "Ask whether line protocol is taken")
    @APIResponse(responseCode = "204", description = "It is; `X-Influxdb-Version` tells the protocol's version.")
    public Response ping() {
        return Response.noContent().header("X-Influxdb-Version", VERSION).build();
    }
}
