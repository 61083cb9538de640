package io.fairlead.relay.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.fairlead.relay.rules.CacheGroups;
import io.fairlead.relay.rules.CacheKey;
import io.fairlead.relay.rules.StoredResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The responses in this instance's memory, bounded by their bytes; several under one key where they vary.
 *
 * <p>Every purge raises the generation. Who puts a response says in which generation it began to look for it, so what
 * was under way while a purge came in is not kept. Of what was changed at the upstream, which may be often, the time is
 * remembered per key or group instead; when that is too much to remember, the generation is raised for it.
 */
final class MemoryTier {

    private static final int MOST_PER_KEY = 16;
    private static final int MOST_CHANGES = 10_000;
    /** Where a group's name would be; no group has such a one. */
    private static final String WHOLE = "\n\n";

    private static final Duration LONGEST_FETCH = Duration.ofMinutes(10);

    private final Cache<CacheKey, List<StoredResponse>> responses;
    private final AtomicLong generation = new AtomicLong();
    private final Cache<String, Instant> invalidated = Caffeine.newBuilder()
            .expireAfterWrite(LONGEST_FETCH)
            .maximumSize(MOST_CHANGES)
            .executor(Runnable::run)
            .evictionListener((change, at, cause) -> {
                if (cause == RemovalCause.SIZE) {
                    generation.incrementAndGet();
                }
            })
            .build();

    MemoryTier(long bytes) {
        this.responses = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((CacheKey key, List<StoredResponse> kept) ->
                        kept.stream().mapToInt(StoredResponse::weight).sum())
                .build();
    }

    List<StoredResponse> find(CacheKey key) {
        List<StoredResponse> kept = responses.getIfPresent(key);
        return kept == null ? List.of() : kept;
    }

    long generation() {
        return generation.get();
    }

    void put(StoredResponse response, long begun) {
        if (mayKeep(response, begun)) {
            responses.asMap().merge(response.key(), List.of(response), (kept, added) -> with(kept, response));
            if (!mayKeep(response, begun)) {
                responses.asMap().computeIfPresent(response.key(), (key, kept) -> without(kept, response));
            }
        }
    }

    void purge(Purge purge) {
        if (purge.exact()) {
            remember(purge.prefix(), purge.at());
            responses
                    .asMap()
                    .computeIfPresent(CacheKey.of(purge.prefix()), (key, kept) -> covered(kept, purge) ? null : kept);
            return;
        }
        if (purge.groups().isEmpty()) {
            remember(purge.prefix() + WHOLE, purge.at());
            generation.incrementAndGet();
        } else {
            purge.groups().forEach(group -> remember(purge.prefix() + "\n" + group, purge.at()));
        }
        responses.asMap().values().removeIf(kept -> covered(kept, purge));
    }

    /** Forgets a response that must not be kept any longer, and any other of its variant. */
    void forget(StoredResponse response) {
        responses.asMap().computeIfPresent(response.key(), (key, kept) -> {
            List<StoredResponse> left = kept.stream()
                    .filter(other -> !other.variant().equals(response.variant()))
                    .toList();
            return left.isEmpty() ? null : left;
        });
    }

    long entries() {
        responses.cleanUp();
        return responses.estimatedSize();
    }

    long bytes() {
        return responses.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }

    private static boolean covered(List<StoredResponse> kept, Purge purge) {
        return kept.stream().anyMatch(purge::covers);
    }

    private boolean mayKeep(StoredResponse response, long begun) {
        String upstream = response.key().upstream() + "/\n";
        return generation.get() == begun
                && askedAfter(response, response.key().upstream() + "/" + WHOLE)
                && askedAfter(response, response.key().text())
                && CacheGroups.of(response.headers()).stream()
                        .allMatch(group -> askedAfter(response, upstream + group));
    }

    /** Changes may be heard of in any order. */
    private void remember(String change, Instant at) {
        invalidated.asMap().merge(change, at, (one, other) -> one.isAfter(other) ? one : other);
    }

    private boolean askedAfter(StoredResponse response, String change) {
        Instant changed = invalidated.getIfPresent(change);
        return changed == null || response.requestedAt().isAfter(changed);
    }

    /** The newest first; a whole response takes the place of the parts of it. */
    private static List<StoredResponse> with(List<StoredResponse> kept, StoredResponse added) {
        List<StoredResponse> all = new ArrayList<>();
        all.add(added);
        kept.stream()
                .filter(other -> !other.variant().equals(added.variant()) || (added.partial() && !other.partial()))
                .limit(MOST_PER_KEY - 1L)
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static List<StoredResponse> without(List<StoredResponse> kept, StoredResponse taken) {
        List<StoredResponse> left =
                kept.stream().filter(other -> other != taken).toList();
        return left.isEmpty() ? null : left;
    }
}
