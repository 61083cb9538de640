package io.fairlead.relay.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.fairlead.relay.rules.CacheKey;
import java.time.Duration;

/**
 * Remembers for a moment of which paths the answers may not be kept, so that their callers do not line up behind each
 * other for an answer that only one of them can have.
 */
final class NotKept {

    private static final Duration MOMENT = Duration.ofSeconds(10);
    private static final int MOST = 10_000;

    private final Cache<CacheKey, Boolean> paths =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MOMENT).build();

    void remember(Search search) {
        paths.put(search.key(), true);
    }

    boolean knows(Search search) {
        return paths.getIfPresent(search.key()) != null;
    }
}
