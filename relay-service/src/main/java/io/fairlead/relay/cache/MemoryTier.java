package io.fairlead.relay.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The responses in this instance's memory, bounded by their bytes.
 *
 * <p>Every purge raises the generation. Who puts a response says in which generation it began to look for it, so what
 * was under way while a purge came in is not kept.
 */
final class MemoryTier {

    private final Cache<CacheKey, StoredResponse> responses;
    private final AtomicLong generation = new AtomicLong();

    MemoryTier(long bytes) {
        this.responses = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((CacheKey key, StoredResponse response) -> response.weight())
                .build();
    }

    Optional<StoredResponse> find(CacheKey key) {
        return Optional.ofNullable(responses.getIfPresent(key));
    }

    long generation() {
        return generation.get();
    }

    void put(StoredResponse response, long begun) {
        if (generation.get() == begun) {
            responses.put(response.key(), response);
            if (generation.get() != begun) {
                responses.invalidate(response.key());
            }
        }
    }

    void purge(Purge purge) {
        generation.incrementAndGet();
        responses.asMap().values().removeIf(purge::covers);
    }

    long entries() {
        responses.cleanUp();
        return responses.estimatedSize();
    }

    long bytes() {
        return responses.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }
}
