package io.fairlead.relay.upstream;

import io.fairlead.core.Computation;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Which of an upstream's header fields may go on to a caller. */
@Computation
public final class PassedHeaders {

    /** They speak of one connection only (RFC 9110, 7.6.1), or are written anew. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authentication-info",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "content-length");

    /** They would give an outside party a say over our own origin. */
    private static final Set<String> OF_THE_ORIGIN = Set.of(
            "set-cookie",
            "set-cookie2",
            "strict-transport-security",
            "content-security-policy",
            "clear-site-data",
            "alt-svc",
            "service-worker-allowed",
            "www-authenticate",
            "access-control-allow-origin",
            "access-control-allow-credentials");

    private PassedHeaders() {}

    /** What is left of an upstream's fields. */
    public static HeaderFields of(HeaderFields received) {
        Set<String> dropped = new HashSet<>(HOP_BY_HOP);
        dropped.addAll(OF_THE_ORIGIN);
        for (String named : received.joined("Connection").split(",")) {
            dropped.add(named.trim().toLowerCase(Locale.ROOT));
        }
        return received.without(dropped);
    }
}
