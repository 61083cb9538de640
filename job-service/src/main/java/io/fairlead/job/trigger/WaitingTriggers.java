package io.fairlead.job.trigger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds who waits for an event. That nobody did, up to a moment that is past, stays true: a topic that is read from its
 * beginning, as by a new installation, costs no look-up for each of its old records.
 */
@ApplicationScoped
class WaitingTriggers {

    /** Longer than clocks differ and a trigger takes to be stored. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private static final int MOST_KINDS = 1000;

    private final Pool pool;
    private final Triggers triggers;
    private final Clock clock;
    private final Map<Kind, Instant> nobodyUntil = new ConcurrentHashMap<>();

    WaitingTriggers(Pool pool, Triggers triggers, Clock clock) {
        this.pool = pool;
        this.triggers = triggers;
        this.clock = clock;
    }

    private record Kind(String topic, String type) {}

    /** Those that may wait for an event of this time; all that do are among them. */
    Uni<List<Trigger>> of(String topic, String type, Instant time) {
        Kind kind = new Kind(topic, type);
        if (!time.isAfter(nobodyUntil.getOrDefault(kind, Instant.MIN))) {
            return Uni.createFrom().item(List.of());
        }
        Instant settled = clock.instant().minus(SETTLED);
        Instant until = time.isAfter(settled) ? time : settled;
        return triggers.ofEvent(pool, topic, type, until).invoke(waiting -> {
            if (waiting.isEmpty()) {
                remember(kind, settled);
            }
        });
    }

    private void remember(Kind kind, Instant until) {
        if (nobodyUntil.size() >= MOST_KINDS) {
            nobodyUntil.clear();
        }
        nobodyUntil.put(kind, until);
    }
}
