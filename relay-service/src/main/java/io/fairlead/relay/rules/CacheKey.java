package io.fairlead.relay.rules;

import io.fairlead.core.Computation;

/**
 * What responses are kept under: which upstream was asked for what. The variants of one path are told apart by their
 * {@link Variant}.
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
