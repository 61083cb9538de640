package io.fairlead.relay.upstream;

import io.fairlead.core.identity.Roles;
import io.fairlead.core.paging.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which outside APIs are relayed, and how. */
@Path("/api/v1/relay/upstreams")
@Tag(name = "Upstreams", description = "The outside APIs that are relayed.")
public class UpstreamResource {

    private final Upstreams upstreams;

    UpstreamResource(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    /** An upstream as its administrators see it. */
    @Schema(name = "Upstream")
    public record View(
            @Schema(examples = "menu") String name,
            @Schema(examples = "http://127.0.0.1:8109") String url,
            Duration connectTimeout,
            Duration timeout,
            @Schema(examples = "1048576") long maxBodyBytes,
            Duration defaultFreshness,
            Duration staleIfError,
            @Schema(description = "The methods that callers may use.", examples = "[\"GET\", \"HEAD\"]")
                    List<String> methods,
            @Schema(nullable = true, description = "The role that callers must have; null when everybody may.")
                    String role,
            @Schema(
                            description = "Whether it gets callers' cookies, credentials and addresses, and may set"
                                    + " cookies and policies for this origin.")
                    boolean trusted,
            @Schema(description = "Whether callers' Cache-Control is obeyed.") boolean obeysCallers,
            @Schema(
                            nullable = true,
                            description = "How often it may be asked, by all instances together; null when as often as"
                                    + " one likes.",
                            examples = "5")
                    Double requestsPerSecond) {

        static View of(Upstream upstream) {
            return new View(
                    upstream.name(),
                    withoutCredentials(upstream),
                    upstream.connectTimeout(),
                    upstream.timeout(),
                    upstream.maxBody(),
                    upstream.policy().defaultFreshness(),
                    upstream.policy().staleIfError(),
                    upstream.access().methods().stream().sorted().toList(),
                    upstream.access().role().orElse(null),
                    upstream.trusted(),
                    upstream.policy().obeysCallers(),
                    upstream.limit().map(RequestLimit::perSecond).orElse(null));
        }

        private static String withoutCredentials(Upstream upstream) {
            return upstream.base().toString().replaceFirst("//[^/@]*@", "//");
        }
    }

    /** The shape of a page of upstreams. */
    @Schema(name = "Upstreams")
    record ViewPage(List<View> items, @Schema(nullable = true) String next) {}

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "listUpstreams", summary = "List the outside APIs that are relayed")
    @APIResponse(
            responseCode = "200",
            description = "All upstreams.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ViewPage.class)))
    @APIResponse(responseCode = "401", description = "No valid token.")
    @APIResponse(responseCode = "403", description = "Not an administrator.")
    public Page<View> list() {
        return new Page<>(upstreams.all().stream().map(View::of).toList(), null);
    }
}
