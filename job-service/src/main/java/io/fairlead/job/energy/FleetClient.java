package io.fairlead.job.energy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of fleet-service's API that tells which vessels there are, asked with this service's own token. */
@RegisterRestClient(configKey = "fleet")
@OidcClientFilter
@Path("/api/v1/vessels")
public interface FleetClient {

    /** The most vessels that fleet-service gives at once. */
    int MOST = 1000;

    /** A vessel. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ListedVessel(String code) {}

    /** Some vessels, and where to go on; null when there are no more. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record VesselPage(List<ListedVessel> items, String next) {}

    @GET
    VesselPage vessels(
            @QueryParam("status") String status, @QueryParam("limit") int limit, @QueryParam("cursor") String cursor);
}
