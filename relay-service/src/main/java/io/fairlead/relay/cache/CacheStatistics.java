package io.fairlead.relay.cache;

import io.fairlead.relay.rules.CacheStatus.Outcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How one instance's cache does since it started. The sum over all instances is in their metrics. */
public record CacheStatistics(
        @Schema(description = "Answers from what was kept and fresh.") long hits,
        @Schema(description = "Answers that others were already waiting for.") long collapsed,
        @Schema(description = "Answers for which nothing was kept.") long misses,
        @Schema(description = "Answers for which only something stale was kept.") long stale,
        @Schema(description = "Answers that are never kept, or that were to be asked for anew.") long passedOn,
        @Schema(description = "The share of answers that caused no request to an upstream.", examples = "0.98")
                double hitRate,
        long memoryEntries,
        long memoryBytes) {

    static CacheStatistics of(CacheCounters counters, MemoryTier memory) {
        long hits = counters.of(Outcome.HIT);
        long collapsed = counters.of(Outcome.COLLAPSED);
        long misses = counters.of(Outcome.MISS) + counters.of(Outcome.VARY_MISS);
        long stale = counters.of(Outcome.STALE);
        long passedOn = counters.of(Outcome.REQUEST) + counters.of(Outcome.METHOD) + counters.of(Outcome.BYPASS);
        long all = hits + collapsed + misses + stale + passedOn;
        double hitRate = all == 0 ? 0 : (double) (hits + collapsed) / all;
        return new CacheStatistics(hits, collapsed, misses, stale, passedOn, hitRate, memory.entries(), memory.bytes());
    }
}
