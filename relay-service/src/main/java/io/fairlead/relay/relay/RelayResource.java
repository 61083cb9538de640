package io.fairlead.relay.relay;

import io.fairlead.core.problem.AnyQuery;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.relay.cache.ResponseCache;
import io.fairlead.relay.upstream.UpstreamPath;
import io.fairlead.relay.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Relays any path to the default upstream. */
@Path("/relay_anything/{path: .*}")
@PermitAll
@SecurityRequirements
@Tag(name = "Relay", description = "Outside APIs through a shared cache.")
@APIResponse(responseCode = "400", description = "The path could leave the upstream's base, or cannot be read.")
@APIResponse(responseCode = "414", description = "The path is too long.")
@APIResponse(responseCode = "502", description = "The upstream cannot be reached, and nothing is kept.")
@APIResponse(responseCode = "504", description = "The upstream does not answer in time, and nothing is kept.")
@AnyQuery
public class RelayResource {

    private static final String PREFIX = "/relay_anything";

    private final Upstreams upstreams;
    private final ResponseCache cache;

    RelayResource(Upstreams upstreams, ResponseCache cache) {
        this.upstreams = upstreams;
        this.cache = cache;
    }

    @GET
    @Operation(operationId = "relay", summary = "Relay a path to the lunch-menu API")
    @APIResponse(
            responseCode = "default",
            description = "What the upstream answers. `Cache-Status` says whether it was asked, `Age` how old it is.")
    public Uni<Response> get(
            @Parameter(description = "The path at the upstream, with any query.", example = "api/restaurant")
                    @PathParam("path")
                    String path,
            @Context HttpServerRequest request) {
        return cache.get(upstreams.menu(), target(request)).map(RelayedResponse::withBody);
    }

    @HEAD
    @Operation(operationId = "relayHead", summary = "Relay a path to the lunch-menu API, without the body")
    @APIResponse(responseCode = "default", description = "The head of what the upstream answers to a GET.")
    public Uni<Response> head(
            @Parameter(description = "The path at the upstream, with any query.", example = "api/restaurant")
                    @PathParam("path")
                    String path,
            @Context HttpServerRequest request) {
        return cache.get(upstreams.menu(), target(request)).map(RelayedResponse::withoutBody);
    }

    /** Taken from the request line: the parameter has been decoded, and so may hide what was sent. */
    private static String target(HttpServerRequest request) {
        String query = request.query();
        String whole = request.path();
        String path = whole.startsWith(PREFIX) ? whole.substring(PREFIX.length()) : "";
        UpstreamPath.objection(path, query).ifPresent(objection -> {
            throw Problems.badRequest(FieldError.query("path", objection));
        });
        String target = query == null ? path : path + "?" + query;
        if (target.length() > UpstreamPath.LONGEST) {
            throw Problems.of(414, "path-too-long", "URI too long", "At most " + UpstreamPath.LONGEST + " characters.");
        }
        return target;
    }
}
