package io.fairlead.relay.rules;

import io.fairlead.core.Computation;
import io.fairlead.core.http.FieldList;
import io.fairlead.relay.http.HeaderFields;
import java.util.HashSet;
import java.util.List;
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
            "public-key-pins",
            "public-key-pins-report-only",
            "expect-ct",
            "content-security-policy",
            "content-security-policy-report-only",
            "permissions-policy",
            "permissions-policy-report-only",
            "feature-policy",
            "document-policy",
            "document-policy-report-only",
            "require-document-policy",
            "referrer-policy",
            "integrity-policy",
            "integrity-policy-report-only",
            "origin-agent-cluster",
            "cross-origin-opener-policy",
            "cross-origin-opener-policy-report-only",
            "cross-origin-embedder-policy",
            "cross-origin-embedder-policy-report-only",
            "cross-origin-resource-policy",
            "nel",
            "report-to",
            "reporting-endpoints",
            "accept-ch",
            "critical-ch",
            "speculation-rules",
            "supports-loading-mode",
            "set-login",
            "activate-storage-access",
            "clear-site-data",
            "alt-svc",
            "service-worker-allowed",
            "www-authenticate",
            "authentication-info",
            "access-control-allow-origin",
            "access-control-allow-credentials",
            "access-control-allow-methods",
            "access-control-allow-headers",
            "access-control-expose-headers",
            "access-control-max-age",
            "timing-allow-origin",
            "x-permitted-cross-domain-policies",
            "refresh",
            "origin-trial",
            "delegate-ch");

    /** Families of such fields. */
    private static final List<String> OF_THE_ORIGIN_TOO = List.of("attribution-reporting-", "secure-session-");

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
        HeaderFields passed = ofAnswer(received);
        return trusted ? passed : notOfTheOrigin(passed);
    }

    /** What an upstream says of its answer, whether or not it may say all of that to our callers. */
    public static HeaderFields ofAnswer(HeaderFields received) {
        return received.without(ofConnection(received));
    }

    /** What is left where nobody outside has a say over our own origin. */
    static HeaderFields notOfTheOrigin(HeaderFields received) {
        Set<String> dropped = new HashSet<>(received.names());
        dropped.removeIf(name ->
                !OF_THE_ORIGIN.contains(name) && OF_THE_ORIGIN_TOO.stream().noneMatch(name::startsWith));
        return dropped.isEmpty() ? received : received.without(dropped);
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
