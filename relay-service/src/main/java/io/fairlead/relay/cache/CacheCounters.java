package io.fairlead.relay.cache;

import io.fairlead.relay.rules.CacheStatus.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/** Counts how this instance came by its answers, for its metrics and for those who watch the cache. */
final class CacheCounters {

    private final Map<Outcome, Counter> answers = new EnumMap<>(Outcome.class);

    private final Counter ready;

    CacheCounters(MeterRegistry meters, MemoryTier memory, Waiters waiters) {
        for (Outcome outcome : Outcome.values()) {
            answers.put(
                    outcome,
                    Counter.builder("fairlead.relay.answers")
                            .description("Answers by how the cache came by them")
                            .tag("outcome", outcome.name().toLowerCase())
                            .register(meters));
        }
        ready = Counter.builder("fairlead.relay.ready.answers")
                .description("Hits that were given before anything else looked at the request")
                .register(meters);
        Gauge.builder("fairlead.relay.waiters", waiters, Waiters::waiting)
                .description("Callers who wait for what memory does not have")
                .register(meters);
        Gauge.builder("fairlead.relay.memory.bytes", memory, MemoryTier::bytes)
                .description("Bytes of responses in memory")
                .register(meters);
    }

    void count(Answer answer) {
        answers.get(answer.status().outcome()).increment();
    }

    void countReady() {
        ready.increment();
        answers.get(Outcome.HIT).increment();
    }

    long of(Outcome outcome) {
        return (long) answers.get(outcome).count();
    }
}
