package io.fairlead.job.energy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of telemetry-service's API that reports are made from, asked with this service's own token. */
@RegisterRestClient(configKey = "telemetry")
@OidcClientFilter
@Path("/api/v1/power")
public interface TelemetryClient {

    /** The most windows that telemetry gives at once: ten days. */
    int MOST = 1000;

    /** A vessel's windows in a period. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record PowerWindows(List<EnergyWindow> windows) {}

    @GET
    @Path("{vessel}")
    PowerWindows windows(
            @PathParam("vessel") String vessel,
            @QueryParam("start") Instant start,
            @QueryParam("end") Instant end,
            @QueryParam("limit") int limit);
}
