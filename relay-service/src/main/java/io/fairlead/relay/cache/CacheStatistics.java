package io.fairlead.relay.cache;

import io.fairlead.relay.cache.CacheStatus.Outcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How one instance's cache does since it started. The sum over all instances is in their metrics. */
public record CacheStatistics(
        @Schema(description = "Answers from what was kept and fresh.") long hits,
        @Schema(description = "Answers that others were already waiting for.") long collapsed,
        @Schema(description = "Answers for which nothing was kept.") long misses,
        @Schema(description = "Answers for which only something stale was kept.") long stale,
        @Schema(description = "The share of answers that caused no request to an upstream.", examples = "0.98")
                double hitRate,
        long memoryEntries,
        long memoryBytes) {

    static CacheStatistics of(CacheCounters counters, MemoryTier memory) {
        long hits = counters.of(Outcome.HIT);
        long collapsed = counters.of(Outcome.COLLAPSED);
        long misses = counters.of(Outcome.MISS);
        long stale = counters.of(Outcome.STALE);
        long all = hits + collapsed + misses + stale;
        double hitRate = all == 0 ? 0 : (double) (hits + collapsed) / all;
        return new CacheStatistics(hits, collapsed, misses, stale, hitRate, memory.entries(), memory.bytes());
    }
}
