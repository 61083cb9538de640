package io.fairlead.relay.cache;

import io.fairlead.core.Computation;
import java.time.Instant;

/**
 * That all responses under a prefix are to be forgotten which were asked for before.
 *
 * @param prefix what the key's text begins with
 * @param at when
 */
@Computation
public record Purge(String prefix, Instant at) {

    /** Whether it tells to forget this response. */
    public boolean covers(StoredResponse response) {
        return response.key().text().startsWith(prefix)
                && !response.requestedAt().isAfter(at);
    }
}
