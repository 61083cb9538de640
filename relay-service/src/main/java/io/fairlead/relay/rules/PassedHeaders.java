package io.fairlead.relay.rules;

import io.fairlead.core.Computation;
import io.fairlead.core.http.FieldList;
import io.fairlead.relay.http.HeaderFields;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Which header fields go on: of a caller's to an upstream, and of an upstream's to a caller. */
@Computation
public final class PassedHeaders {

    private static final String PSEUDONYM = "1.1 fairlead";

    /** They speak of one connection only (RFC 9110, 7.6.1). */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authentication-info",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings");

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

    /** They are for the host that the caller meant, or are written anew. */
    private static final Set<String> OF_THE_REQUEST = Set.of("host", "content-length", "expect", "max-forwards");

    /**
     * All that an outside party gets to see where it is not trusted. Nothing of who calls; and nothing that is not part of
     * what the answer is kept under but could change it, for then one caller could choose what others get.
     */
    private static final Set<String> FOR_ANYBODY = Set.of(
            "accept",
            "accept-language",
            "cache-control",
            "content-encoding",
            "content-language",
            "content-type",
            "if-match",
            "if-modified-since",
            "if-none-match",
            "if-range",
            "if-unmodified-since",
            "range");

    private PassedHeaders() {}

    /** What is left of an upstream's fields. */
    public static HeaderFields ofResponse(HeaderFields received, boolean trusted) {
        Set<String> dropped = ofConnection(received);
        if (!trusted) {
            dropped.addAll(OF_THE_ORIGIN);
        }
        return received.without(dropped);
    }

    /** What of a caller's fields goes to an upstream. */
    public static HeaderFields ofRequest(HeaderFields received, boolean trusted) {
        Set<String> dropped = ofConnection(received);
        dropped.addAll(OF_THE_REQUEST);
        HeaderFields passed = received.without(dropped);
        return trusted
                ? passed.extended("Via", PSEUDONYM)
                : passed.only(FOR_ANYBODY).plus(HeaderFields.of("User-Agent", "fairlead-relay", "Via", PSEUDONYM));
    }

    private static Set<String> ofConnection(HeaderFields received) {
        Set<String> dropped = new HashSet<>(HOP_BY_HOP);
        for (String named : FieldList.members(received.joined("Connection"))) {
            dropped.add(named.toLowerCase(Locale.ROOT));
        }
        return dropped;
    }
}
