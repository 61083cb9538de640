package io.fairlead.relay.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.idempotency.Idempotency;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.paging.Page;
import io.fairlead.core.patch.IfMatch;
import io.fairlead.core.patch.MergePatch;
import io.fairlead.core.patch.Preconditions;
import io.fairlead.core.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which outside APIs are relayed, and how. */
@Path("/api/v1/relay/upstreams")
@Tag(name = "Upstreams", description = "The outside APIs that are relayed.")
public class UpstreamResource {

    private static final String PATH = "/api/v1/relay/upstreams/";

    private final Upstreams upstreams;
    private final UpstreamChanges changes;
    private final Idempotency idempotency;
    private final Pool pool;

    UpstreamResource(Upstreams upstreams, UpstreamChanges changes, Idempotency idempotency, Pool pool) {
        this.upstreams = upstreams;
        this.changes = changes;
        this.idempotency = idempotency;
        this.pool = pool;
    }

    /** The shape of a page of upstreams. */
    @Schema(name = "Upstreams")
    record ViewPage(List<UpstreamView> items, @Schema(nullable = true) String next) {}

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "listUpstreams", summary = "List the outside APIs that are relayed")
    @APIResponse(
            responseCode = "200",
            description = "All upstreams.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ViewPage.class)))
    @APIResponse(responseCode = "401", description = "No valid token.")
    @APIResponse(responseCode = "403", description = "Not an administrator.")
    public Page<UpstreamView> list() {
        return new Page<>(upstreams.all().stream().map(UpstreamView::of).toList(), null);
    }

    @GET
    @Path("{upstream}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "getUpstream", summary = "Get an outside API that is relayed")
    @APIResponse(
            responseCode = "200",
            description = "The upstream; its version is the ETag.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = UpstreamView.class)))
    @APIResponse(responseCode = "401", description = "No valid token.")
    @APIResponse(responseCode = "403", description = "Not an administrator.")
    @APIResponse(responseCode = "404", description = "There is no such upstream.")
    public Response get(@Parameter(example = "menu") @PathParam("upstream") String name) {
        return answer(upstreams.known(name).orElseThrow(() -> Problems.notFound("There is no upstream " + name + ".")));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "addUpstream",
            summary = "Add an outside API",
            description = "It is relayed at once; by other instances within seconds.")
    @APIResponse(
            responseCode = "201",
            description = "Added.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = UpstreamView.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; `errors` names it.")
    @APIResponse(responseCode = "401", description = "No valid token.")
    @APIResponse(responseCode = "403", description = "Not an administrator.")
    @APIResponse(responseCode = "409", description = "There is one of that name.")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another request.")
    public Uni<Response> add(@NotNull @Valid UpstreamSpec body) {
        return idempotency
                .once(body, transaction -> changes.add(transaction, body).map(kept -> Response.created(
                                URI.create(PATH + kept.spec().name()))
                        .tag(Preconditions.tag(kept.version()))
                        .entity(UpstreamView.of(known(kept)))
                        .build()))
                .call(upstreams::load);
    }

    @PATCH
    @Path("{upstream}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "changeUpstream",
            summary = "Change an outside API",
            description = "A JSON Merge Patch (RFC 7396); null gives a member its default back.")
    @RequestBody(content = @Content(schema = @Schema(ref = "UpstreamSpecPatch")))
    @APIResponse(
            responseCode = "200",
            description = "The upstream as it is now; its version is the ETag.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = UpstreamView.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; `errors` names it.")
    @APIResponse(responseCode = "401", description = "No valid token.")
    @APIResponse(responseCode = "403", description = "Not an administrator.")
    @APIResponse(responseCode = "404", description = "There is no such upstream.")
    @APIResponse(responseCode = "409", description = "It is of the configuration, and is changed there.")
    @APIResponse(responseCode = "412", description = "It was changed meanwhile.")
    @APIResponse(responseCode = "428", description = "There is no If-Match.")
    public Uni<Response> change(
            @Parameter(example = "tides") @PathParam("upstream") String name,
            @Parameter(required = true, description = "The ETag that the caller has seen, or `*`.", example = "*")
                    @HeaderParam("If-Match")
                    String ifMatch,
            @NotNull JsonNode body) {
        IfMatch condition = Preconditions.required(ifMatch);
        return pool.withTransaction(transaction -> changes.change(transaction, name, condition, body))
                .call(upstreams::load)
                .map(kept -> answer(known(kept)));
    }

    private static Upstreams.Known known(UpstreamTable.Kept kept) {
        return new Upstreams.Known(kept.spec().upstream(), Optional.of(kept.version()));
    }

    private static Response answer(Upstreams.Known known) {
        Response.ResponseBuilder response = Response.ok(UpstreamView.of(known));
        known.version().ifPresent(version -> response.tag(Preconditions.tag(version)));
        return response.build();
    }
}
