package io.fairlead.relay.cache;

import io.fairlead.relay.upstream.Upstream;
import io.fairlead.relay.upstream.UpstreamClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/**
 * Answers from memory, then from the database, then from the upstream, which all callers of a key in all instances
 * together ask once.
 */
@ApplicationScoped
public class ResponseCache {

    private final UpstreamClient client;
    private final DatabaseTier database;
    private final Clock clock;
    private final MemoryTier memory;
    private final CacheCounters counters;
    private final InFlight inFlight = new InFlight();

    ResponseCache(
            UpstreamClient client, DatabaseTier database, Clock clock, CacheSettings settings, MeterRegistry meters) {
        this.client = client;
        this.database = database;
        this.clock = clock;
        this.memory = new MemoryTier(settings.memory().asLongValue());
        this.counters = new CacheCounters(meters, memory);
    }

    /**
     * The answer to a GET.
     *
     * @param path a path that may be sent on to the upstream, with its query
     * @return the answer; fails with {@link io.fairlead.relay.upstream.UpstreamFailure} when there is none, not even a
     *     stale one
     */
    public Uni<Answer> get(Upstream upstream, String path) {
        CacheKey key = new CacheKey(upstream.name(), path);
        CacheRules rules = new CacheRules(upstream.defaultFreshness(), upstream.staleIfError());
        Optional<StoredResponse> kept = memory.find(key);
        Uni<Answer> answer = kept.filter(response -> rules.fresh(response, clock.instant()))
                .map(response -> Uni.createFrom().item(Answer.hit(response, "memory", rules, clock.instant())))
                .orElseGet(() -> coalesced(upstream, key, rules, kept));
        return answer.invoke(counters::count);
    }

    /** Forgets from memory what a purge covers. */
    void forget(Purge purge) {
        memory.purge(purge);
    }

    MemoryTier memory() {
        return memory;
    }

    CacheCounters counters() {
        return counters;
    }

    private Uni<Answer> coalesced(Upstream upstream, CacheKey key, CacheRules rules, Optional<StoredResponse> stale) {
        return inFlight.join(key, () -> lookup(upstream, key, rules).find(stale), () -> lookup(upstream, key, rules)
                .fetch(stale));
    }

    private Lookup lookup(Upstream upstream, CacheKey key, CacheRules rules) {
        return new Lookup(upstream, key, rules, new Lookup.Parts(memory, database, client, clock));
    }
}
