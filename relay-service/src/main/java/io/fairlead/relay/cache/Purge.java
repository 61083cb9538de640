package io.fairlead.relay.cache;

import io.fairlead.core.Computation;
import io.fairlead.relay.rules.CacheGroups;
import io.fairlead.relay.rules.StoredResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;

/**
 * That responses are to be forgotten which were asked for before.
 *
 * @param prefix what their key's text begins with
 * @param at when
 * @param exact whether it is all of the key's text
 * @param groups only those that are in one of these groups; all when there is none
 */
@Computation
public record Purge(String prefix, Instant at, boolean exact, Set<String> groups) {

    public Purge {
        groups = groups == null ? Set.of() : Set.copyOf(groups);
    }

    /** Whether it tells to forget this response. */
    public boolean covers(StoredResponse response) {
        String key = response.key().text();
        return (exact ? key.equals(prefix) : key.startsWith(prefix))
                && (groups.isEmpty() || !Collections.disjoint(groups, CacheGroups.of(response.headers())))
                && !response.requestedAt().isAfter(at);
    }
}
