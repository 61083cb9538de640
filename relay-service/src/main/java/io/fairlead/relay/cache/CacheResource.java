package io.fairlead.relay.cache;

import io.fairlead.core.identity.Roles;
import io.fairlead.core.paging.Paging;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Watches and purges the cache. */
@Path("/api/v1/relay/cache")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Cache", description = "What is kept of the upstreams' answers.")
@APIResponse(responseCode = "401", description = "No valid token.")
@APIResponse(responseCode = "403", description = "Not an administrator.")
public class CacheResource {

    private static final int LONGEST_PREFIX = 2100;

    private final CachedResponses responses;
    private final ResponseCache cache;
    private final Purges purges;

    CacheResource(CachedResponses responses, ResponseCache cache, Purges purges) {
        this.responses = responses;
        this.cache = cache;
        this.purges = purges;
    }

    /** The shape of a page of kept responses. */
    @Schema(name = "CachedResponses")
    record Responses(List<CachedResponse> items, @Schema(nullable = true) String next) {}

    /** What a purge did. */
    public record Purged(
            @Schema(examples = "menu/api/restaurant") String prefix,
            @Schema(description = "How many kept responses were forgotten.", examples = "4") int purged) {}

    @GET
    @Operation(operationId = "listCachedResponses", summary = "List what the cache keeps")
    @APIResponse(
            responseCode = "200",
            description = "A page of kept responses, by upstream and path.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Responses.class)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; the problem names it.")
    public Uni<Response> list(
            @Parameter(
                            description = "Only what begins with this: the upstream's name, then the path.",
                            example = "menu/api")
                    @QueryParam("prefix")
                    @Size(max = LONGEST_PREFIX)
                    String prefix,
            @Valid @BeanParam Paging paging,
            @Context UriInfo uri) {
        return responses.list(prefix == null ? "" : prefix, paging).map(page -> page.response(uri));
    }

    @GET
    @Path("/statistics")
    @Operation(operationId = "getCacheStatistics", summary = "Get how the answering instance's cache does")
    @APIResponse(responseCode = "200", description = "Counts since the instance started.")
    public CacheStatistics statistics() {
        return CacheStatistics.of(cache.counters(), cache.memory());
    }

    @DELETE
    @Operation(operationId = "purgeCache", summary = "Forget kept responses, in every instance")
    @APIResponse(responseCode = "200", description = "Forgotten; other instances' memory follows at once.")
    @APIResponse(responseCode = "400", description = "The prefix is missing or too long.")
    public Uni<Purged> purge(
            @Parameter(
                            required = true,
                            description = "What the upstream's name, then the path, begins with.",
                            example = "menu/api/restaurant")
                    @QueryParam("prefix")
                    @NotBlank(message = "must say what to forget, such as menu/")
                    @Size(max = LONGEST_PREFIX)
                    String prefix) {
        return purges.purge(prefix).map(purged -> new Purged(prefix, purged));
    }
}
