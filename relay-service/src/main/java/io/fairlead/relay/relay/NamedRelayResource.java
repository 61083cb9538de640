package io.fairlead.relay.relay;

import io.fairlead.core.problem.AnyQuery;
import io.fairlead.core.problem.Problems;
import io.fairlead.relay.upstream.Upstream;
import io.fairlead.relay.upstream.Upstreams;
import io.quarkiverse.resteasy.problem.HttpProblem;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Relays any path to any upstream that is configured, for whom it is meant. */
@Path(NamedRelayResource.TEMPLATE)
@PermitAll
@SecurityRequirements
@Tag(name = "Relay")
@APIResponse(
        responseCode = "default",
        description = "What the upstream answers. `Cache-Status` says whether it was asked, `Age` how old it is.")
@APIResponse(responseCode = "400", description = "The path could leave the upstream's base, or cannot be read.")
@APIResponse(responseCode = "401", description = "The upstream asks for a role, and there is no valid token.")
@APIResponse(
        responseCode = "403",
        description = "The upstream asks for a role that the caller does not have, or is not open for the path.")
@APIResponse(
        responseCode = "404",
        description = "There is no upstream of that name; or what the upstream says, as it says it.",
        content = {
            @Content(mediaType = "application/problem+json", schema = @Schema(implementation = HttpProblem.class)),
            @Content(mediaType = "*/*")
        })
@APIResponse(responseCode = "405", description = "The upstream is not open for the method.")
@APIResponse(responseCode = "414", description = "The path is too long.")
@APIResponse(responseCode = "502", description = "The upstream cannot be reached, and nothing is kept.")
@APIResponse(responseCode = "504", description = "The upstream does not answer in time, and nothing is kept.")
@AnyQuery
public class NamedRelayResource extends UndocumentedMethods {

    static final String PREFIX = "/api/v1/relay/";

    /** Also what the metrics of requests call all its paths, without the pattern. */
    static final String TEMPLATE = PREFIX + "{upstream}/{path: .*}";

    private static final String PATH = "The path at the upstream, with any query.";
    private static final String UPSTREAM = "The name of the upstream.";

    private final Upstreams upstreams;
    private final Relay relay;

    NamedRelayResource(Upstreams upstreams, Relay relay) {
        this.upstreams = upstreams;
        this.relay = relay;
    }

    @GET
    @Operation(operationId = "relayTo", summary = "Relay a path to an outside API")
    public Uni<Void> get(
            @Parameter(description = UPSTREAM, example = "menu") @PathParam("upstream") String upstream,
            @Parameter(description = PATH, example = "api/restaurant") @PathParam("path") String path,
            @Context HttpServerRequest request) {
        return relay(upstream, request);
    }

    @HEAD
    @Operation(operationId = "relayToHead", summary = "Relay a path, without the body to an outside API")
    public Uni<Void> head(
            @Parameter(description = UPSTREAM, example = "menu") @PathParam("upstream") String upstream,
            @Parameter(description = PATH, example = "api/restaurant") @PathParam("path") String path,
            @Context HttpServerRequest request) {
        return relay(upstream, request);
    }

    @POST
    @Operation(operationId = "relayToPost", summary = "Relay a POST to an outside API")
    public Uni<Void> post(
            @Parameter(description = UPSTREAM, example = "menu") @PathParam("upstream") String upstream,
            @Parameter(description = PATH, example = "api/restaurant") @PathParam("path") String path,
            @Context HttpServerRequest request) {
        return relay(upstream, request);
    }

    @PUT
    @Operation(operationId = "relayToPut", summary = "Relay a PUT to an outside API")
    public Uni<Void> put(
            @Parameter(description = UPSTREAM, example = "menu") @PathParam("upstream") String upstream,
            @Parameter(description = PATH, example = "api/restaurant") @PathParam("path") String path,
            @Context HttpServerRequest request) {
        return relay(upstream, request);
    }

    @PATCH
    @Operation(operationId = "relayToPatch", summary = "Relay a PATCH to an outside API")
    public Uni<Void> patch(
            @Parameter(description = UPSTREAM, example = "menu") @PathParam("upstream") String upstream,
            @Parameter(description = PATH, example = "api/restaurant") @PathParam("path") String path,
            @Context HttpServerRequest request) {
        return relay(upstream, request);
    }

    @DELETE
    @Operation(operationId = "relayToDelete", summary = "Relay a DELETE to an outside API")
    public Uni<Void> delete(
            @Parameter(description = UPSTREAM, example = "menu") @PathParam("upstream") String upstream,
            @Parameter(description = PATH, example = "api/restaurant") @PathParam("path") String path,
            @Context HttpServerRequest request) {
        return relay(upstream, request);
    }

    @OPTIONS
    @Operation(operationId = "relayToOptions", summary = "Relay a question for what is possible to an outside API")
    public Uni<Void> options(
            @Parameter(description = UPSTREAM, example = "menu") @PathParam("upstream") String upstream,
            @Parameter(description = PATH, example = "api/restaurant") @PathParam("path") String path,
            @Context HttpServerRequest request) {
        return relay(upstream, request);
    }

    @Override
    Uni<Void> relay(String name, HttpServerRequest request) {
        Upstream upstream =
                upstreams.named(name).orElseThrow(() -> Problems.notFound("There is no upstream of that name."));
        return relay.relay(upstream, PREFIX + name, request);
    }
}
