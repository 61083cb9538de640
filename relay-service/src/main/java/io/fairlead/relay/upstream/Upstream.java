package io.fairlead.relay.upstream;

import io.fairlead.relay.rules.CachePolicy;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * An outside API.
 *
 * @param name what it is called here, in paths and in cache keys
 * @param base what its paths are appended to, without a slash at the end
 * @param connectTimeout how long a connection may take
 * @param timeout how long it may take to begin its answer, and to send all of one that is kept
 * @param maxBody the largest body that is kept, in bytes
 * @param policy how its answers are kept where they do not say so themselves
 * @param access who may use it for what
 * @param limit how often it may be asked; none when as often as one likes
 */
public record Upstream(
        String name,
        URI base,
        Duration connectTimeout,
        Duration timeout,
        long maxBody,
        CachePolicy policy,
        Access access,
        Optional<RequestLimit> limit) {

    /**
     * Who may use an upstream for what.
     *
     * @param methods the methods that callers may use
     * @param paths where the paths begin that callers may use
     * @param role the role that callers must have; none when everybody may
     * @param trusted whether it sees who calls, and has a say over our origin
     */
    public record Access(Set<String> methods, Set<String> paths, Optional<String> role, boolean trusted) {

        /** Whether a path, which may have a query, is one of those or lies below one. */
        public boolean allows(String path) {
            String plain = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
            return paths.stream()
                    .anyMatch(allowed ->
                            plain.equals(allowed) || plain.startsWith(allowed.endsWith("/") ? allowed : allowed + "/"));
        }
    }

    /** One of the configuration; fails when a path of it is none. */
    static Upstream of(String name, UpstreamSettings settings) {
        for (String path : settings.paths()) {
            if (path.length() > UpstreamSpec.LONGEST_PATH || !path.matches(UpstreamSpec.PATH)) {
                throw new IllegalArgumentException("The upstream " + name + " has paths that are none: " + path);
            }
        }
        return new Upstream(
                name,
                URI.create(settings.url().toString().replaceFirst("/+$", "")),
                settings.connectTimeout(),
                settings.timeout(),
                settings.maxBody().asLongValue(),
                new CachePolicy(
                        settings.defaultFreshness(),
                        settings.staleIfError(),
                        settings.obeysCallers(),
                        settings.sharesCookies()),
                new Access(settings.methods(), settings.paths(), settings.role(), settings.trusted()),
                settings.requestsPerSecond().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new RequestLimit(
                                settings.requestsPerSecond().getAsDouble(), settings.burst(), settings.patience())));
    }

    /** Whether it sees who calls, and has a say over our origin. */
    public boolean trusted() {
        return access.trusted();
    }

    /** The request target at the upstream for a path of ours. */
    String target(String path) {
        return base.getRawPath() == null ? path : base.getRawPath() + path;
    }

    boolean secure() {
        return "https".equals(base.getScheme());
    }

    int port() {
        if (base.getPort() > 0) {
            return base.getPort();
        }
        return secure() ? 443 : 80;
    }
}
