package io.fairlead.relay.rules;

import io.fairlead.relay.http.CacheControl;
import io.fairlead.relay.http.HeaderFields;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A request, its answer, and another request for the same.
 *
 * @param first the fields of the first request
 * @param status the answer's status
 * @param response the answer's fields
 * @param second the fields of the second request
 */
record RepeatedRequest(HeaderFields first, int status, HeaderFields response, HeaderFields second) {

    /** The same with another status. */
    RepeatedRequest with(int otherStatus) {
        return new RepeatedRequest(first, otherStatus, response, second);
    }

    /** The same with other directives in the answer's Cache-Control. */
    RepeatedRequest with(List<String> directives) {
        HeaderFields other = response.without(Set.of("cache-control"));
        return new RepeatedRequest(
                first,
                status,
                directives.isEmpty() ? other : other.with("Cache-Control", String.join(", ", directives)),
                second);
    }

    CacheControl control() {
        return CacheControl.parse(response.joined("Cache-Control"));
    }

    /** For how long the answer is fresh, as we see it. */
    Duration lifetime() {
        return Freshness.lifetime(Kept.response(status, "", response), Decision.POLICY);
    }
}
