package io.fairlead.relay.upstream;

import java.net.URI;
import java.time.Duration;

/**
 * An outside API.
 *
 * @param name what it is called here and in cache keys
 * @param base what its paths are appended to, without a slash at the end
 * @param connectTimeout how long a connection may take
 * @param timeout how long a whole answer may take
 * @param maxBody the largest body that is taken, in bytes
 * @param defaultFreshness how long an answer is fresh that does not say so itself
 * @param staleIfError how long after that it may stand in for an upstream that fails
 */
public record Upstream(
        String name,
        URI base,
        Duration connectTimeout,
        Duration timeout,
        long maxBody,
        Duration defaultFreshness,
        Duration staleIfError) {

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
