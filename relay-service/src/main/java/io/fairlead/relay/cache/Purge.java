package io.fairlead.relay.cache;

import io.fairlead.core.Computation;
import io.fairlead.relay.rules.StoredResponse;
import java.time.Instant;

/**
 * That responses are to be forgotten which were asked for before.
 *
 * @param prefix what their key's text begins with
 * @param at when
 * @param exact whether it is all of the key's text
 */
@Computation
public record Purge(String prefix, Instant at, boolean exact) {

    /** Whether it tells to forget this response. */
    public boolean covers(StoredResponse response) {
        String key = response.key().text();
        return (exact ? key.equals(prefix) : key.startsWith(prefix))
                && !response.requestedAt().isAfter(at);
    }
}
