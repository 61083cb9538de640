package io.fairlead.relay.relay;

import io.fairlead.core.problem.AnyQuery;
import io.fairlead.relay.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Relays any path to the default upstream. */
@Path(RelayResource.TEMPLATE)
@PermitAll
@SecurityRequirements
@Tag(name = "Relay", description = "Outside APIs through a shared cache.")
@APIResponse(
        responseCode = "default",
        description = "What the upstream answers. `Cache-Status` says whether it was asked, `Age` how old it is.")
@APIResponse(responseCode = "400", description = "The path could leave the upstream's base, or cannot be read.")
@APIResponse(responseCode = "403", description = "The upstream is not open for the path.")
@APIResponse(responseCode = "405", description = "The upstream is not open for the method.")
@APIResponse(responseCode = "414", description = "The path is too long.")
@APIResponse(responseCode = "502", description = "The upstream cannot be reached, and nothing is kept.")
@APIResponse(responseCode = "504", description = "The upstream does not answer in time, and nothing is kept.")
@AnyQuery
public class RelayResource extends UndocumentedMethods {

    static final String PREFIX = "/relay_anything";

    /** Also what the metrics of requests call all its paths, without the pattern. */
    static final String TEMPLATE = PREFIX + "/{path: .*}";

    private static final String PATH = "The path at the upstream, with any query.";

    private final Upstreams upstreams;
    private final Relay relay;

    RelayResource(Upstreams upstreams, Relay relay) {
        this.upstreams = upstreams;
        this.relay = relay;
    }

    @GET
    @Operation(operationId = "relay", summary = "Relay a path to the lunch-menu API")
    public Uni<Void> get(
            @Parameter(description = PATH, example = "api/restaurant") @PathParam("path") String path,
            @Context HttpServerRequest request) {
        return relay(request);
    }

    @HEAD
    @Operation(operationId = "relayHead", summary = "Relay a path, without the body to the lunch-menu API")
    public Uni<Void> head(
            @Parameter(description = PATH, example = "api/restaurant") @PathParam("path") String path,
            @Context HttpServerRequest request) {
        return relay(request);
    }

    @POST
    @Operation(operationId = "relayPost", summary = "Relay a POST to the lunch-menu API")
    public Uni<Void> post(
            @Parameter(description = PATH, example = "api/restaurant") @PathParam("path") String path,
            @Context HttpServerRequest request) {
        return relay(request);
    }

    @PUT
    @Operation(operationId = "relayPut", summary = "Relay a PUT to the lunch-menu API")
    public Uni<Void> put(
            @Parameter(description = PATH, example = "api/restaurant") @PathParam("path") String path,
            @Context HttpServerRequest request) {
        return relay(request);
    }

    @PATCH
    @Operation(operationId = "relayPatch", summary = "Relay a PATCH to the lunch-menu API")
    public Uni<Void> patch(
            @Parameter(description = PATH, example = "api/restaurant") @PathParam("path") String path,
            @Context HttpServerRequest request) {
        return relay(request);
    }

    @DELETE
    @Operation(operationId = "relayDelete", summary = "Relay a DELETE to the lunch-menu API")
    public Uni<Void> delete(
            @Parameter(description = PATH, example = "api/restaurant") @PathParam("path") String path,
            @Context HttpServerRequest request) {
        return relay(request);
    }

    @OPTIONS
    @Operation(operationId = "relayOptions", summary = "Relay a question for what is possible to the lunch-menu API")
    public Uni<Void> options(
            @Parameter(description = PATH, example = "api/restaurant") @PathParam("path") String path,
            @Context HttpServerRequest request) {
        return relay(request);
    }

    @Override
    Uni<Void> relay(String upstream, HttpServerRequest request) {
        return relay(request);
    }

    private Uni<Void> relay(HttpServerRequest request) {
        return relay.relay(upstreams.menu(), PREFIX, request);
    }
}
