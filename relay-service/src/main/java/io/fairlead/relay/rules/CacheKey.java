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

    /** The key with such a text; upstreams' names have no slash. */
    public static CacheKey of(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? new CacheKey(text, "") : new CacheKey(text.substring(0, slash), text.substring(slash));
    }
}
