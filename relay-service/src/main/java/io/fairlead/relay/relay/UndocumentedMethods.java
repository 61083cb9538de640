package io.fairlead.relay.relay;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The methods that upstreams may have and an OpenAPI document has no place for. */
abstract class UndocumentedMethods {

    @OtherMethods.MSearch
    @PermitAll
    @Operation(hidden = true)
    public Uni<Void> search(@Context UriInfo uri, @Context HttpServerRequest request) {
        return relay(uri.getPathParameters().getFirst("upstream"), request);
    }

    @OtherMethods.Query
    @PermitAll
    @Operation(hidden = true)
    public Uni<Void> query(@Context UriInfo uri, @Context HttpServerRequest request) {
        return relay(uri.getPathParameters().getFirst("upstream"), request);
    }

    /**
     * Relays a request.
     *
     * @param upstream the upstream's name; null where the path has none
     */
    abstract Uni<Void> relay(String upstream, HttpServerRequest request);
}
