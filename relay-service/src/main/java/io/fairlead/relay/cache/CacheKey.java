package io.fairlead.relay.cache;

import io.fairlead.core.Computation;

/**
 * What a response is kept under. Requests to an upstream differ in nothing but their path, so nothing else is in it.
 *
 * @param upstream the upstream's name
 * @param path the path with its query, beginning with a slash
 */
@Computation
public record CacheKey(String upstream, String path) {

    /** The key as one text, which purges compare their prefix with: {@code menu/api/restaurant}. */
    public String text() {
        return upstream + path;
    }
}
