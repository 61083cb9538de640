package io.fairlead.relay.rules;

import io.fairlead.core.Computation;
import io.fairlead.relay.http.HeaderFields;
import java.util.Set;

/** The header fields with which an upstream's answer goes to a caller, but for those that say when and how it was come by. */
@Computation
public final class RelayedFields {

    private static final Set<String> WRITTEN_ANEW = Set.of("age", "via", "cache-status", "content-length");
    private static final Set<String> OF_THE_SANDBOX = Set.of("content-security-policy", "x-content-type-options");
    private static final HeaderFields SANDBOX = HeaderFields.of(
            "Content-Security-Policy", "sandbox; default-src 'none'", "X-Content-Type-Options", "nosniff");

    private RelayedFields() {}

    /**
     * The fields.
     *
     * @param received the fields, of which some may have been kept when the upstream was trusted more than now
     * @param trusted whether the upstream may have a say over our origin; else a browser is told not to run anything in it
     */
    public static HeaderFields of(HeaderFields received, boolean trusted) {
        HeaderFields passed = received.without(WRITTEN_ANEW)
                .plus(HeaderFields.of(
                        "Via", received.extended("Via", "1.1 fairlead").joined("Via")));
        return trusted
                ? passed
                : PassedHeaders.notOfTheOrigin(passed).without(OF_THE_SANDBOX).plus(SANDBOX);
    }

    /** The Cache-Status that goes to the caller: that of caches on the way, and ours behind it (RFC 9211, 2). */
    public static String cacheStatus(HeaderFields received, CacheStatus ours) {
        String earlier = received.joined("Cache-Status");
        return earlier.isEmpty() ? ours.field() : earlier + ", " + ours.field();
    }
}
