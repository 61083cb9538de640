package io.fairlead.relay.upstream;

import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An upstream as its administrators see it. */
@Schema(name = "Upstream")
public record UpstreamView(
        @Schema(examples = "menu") String name,
        @Schema(examples = "http://127.0.0.1:8109") String url,
        Duration connectTimeout,
        Duration timeout,
        @Schema(examples = "1048576") long maxBodyBytes,
        Duration defaultFreshness,
        Duration staleIfError,
        @Schema(description = "The methods that callers may use.", examples = "[\"GET\", \"HEAD\"]")
                List<String> methods,
        @Schema(description = "Where the paths begin that callers may use.", examples = "[\"/\"]") List<String> paths,
        @Schema(nullable = true, description = "The role that callers must have; null when everybody may.") String role,
        @Schema(
                        description = "Whether it gets callers' cookies, credentials and addresses, and may set"
                                + " cookies and policies for this origin.")
                boolean trusted,
        @Schema(description = "Whether callers' Cache-Control is obeyed.") boolean obeysCallers,
        @Schema(description = "Whether cookies that come with kept answers are given to all who get them.")
                boolean sharesCookies,
        @Schema(
                        nullable = true,
                        description = "How often it may be asked, by all instances together; null when as often as"
                                + " one likes.",
                        examples = "5")
                Double requestsPerSecond,
        @Schema(
                        nullable = true,
                        description = "How often an administrator has described it; null when it is of the"
                                + " configuration.",
                        examples = "1")
                Long version) {

    static UpstreamView of(Upstreams.Known known) {
        Upstream upstream = known.upstream();
        return new UpstreamView(
                upstream.name(),
                withoutCredentials(upstream),
                upstream.connectTimeout(),
                upstream.timeout(),
                upstream.maxBody(),
                upstream.policy().defaultFreshness(),
                upstream.policy().staleIfError(),
                upstream.access().methods().stream().sorted().toList(),
                upstream.access().paths().stream().sorted().toList(),
                upstream.access().role().orElse(null),
                upstream.trusted(),
                upstream.policy().obeysCallers(),
                upstream.policy().sharesCookies(),
                upstream.limit().map(RequestLimit::perSecond).orElse(null),
                known.version().orElse(null));
    }

    private static String withoutCredentials(Upstream upstream) {
        return upstream.base().toString().replaceFirst("//[^/@]*@", "//");
    }
}
