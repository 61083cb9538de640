package io.fairlead.relay.cache;

import io.fairlead.relay.upstream.PassedHeaders;
import io.fairlead.relay.upstream.Upstream;
import io.fairlead.relay.upstream.UpstreamClient;
import io.fairlead.relay.upstream.UpstreamFailure;
import io.fairlead.relay.upstream.UpstreamResponse;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * One search for an answer that memory does not hold fresh. When the upstream fails, what is stale is better than
 * nothing.
 */
final class Lookup {

    private static final int OK = 200;
    private static final Duration TO_STORE = Duration.ofSeconds(5);

    private final Upstream upstream;
    private final CacheKey key;
    private final CacheRules rules;
    private final Parts parts;
    private final long begun;
    private final UUID holder = UUID.randomUUID();

    /** What a search uses. */
    record Parts(MemoryTier memory, DatabaseTier database, UpstreamClient client, Clock clock) {}

    Lookup(Upstream upstream, CacheKey key, CacheRules rules, Parts parts) {
        this.upstream = upstream;
        this.key = key;
        this.rules = rules;
        this.parts = parts;
        this.begun = parts.memory().generation();
    }

    /** Looks into the database and then, if no other instance is at it, asks the upstream. */
    Uni<Answer> find(Optional<StoredResponse> inMemory) {
        return parts.database()
                .find(key)
                .chain(found -> isFresh(found)
                        ? Uni.createFrom().item(fromDatabase(found.get()))
                        : once(found.or(() -> inMemory)));
    }

    /** Asks the upstream, whoever else is at it. */
    Uni<Answer> fetch(Optional<StoredResponse> stale) {
        Optional<StoredResponse> usable = stale.filter(
                response -> rules.usableOnError(response, parts.clock().instant()));
        return parts.client()
                .get(upstream, key.path())
                .chain(response -> rules.failure(response.status()) && usable.isPresent()
                        ? release().replaceWith(() -> staleOnError(usable.get(), response.status()))
                        : keep(response, stale.isPresent()))
                .onFailure(UpstreamFailure.class)
                .recoverWithUni(failure -> release()
                        .chain(() -> usable.isPresent()
                                ? Uni.createFrom().item(staleOnError(usable.get(), 0))
                                : Uni.createFrom().failure(failure)));
    }

    private Uni<Answer> once(Optional<StoredResponse> stale) {
        Duration atMost = upstream.timeout().plus(TO_STORE);
        return parts.database().claimOrWait(key, holder, atMost).chain(mine -> parts.database()
                .find(key)
                .chain(found -> isFresh(found)
                        ? release().replaceWith(() -> fromDatabase(found.get()))
                        : fetch(found.or(() -> stale))));
    }

    private Uni<Answer> keep(UpstreamResponse received, boolean wasKept) {
        StoredResponse response = new StoredResponse(
                key,
                received.status(),
                PassedHeaders.of(received.headers()),
                received.body(),
                received.requestedAt(),
                received.receivedAt());
        boolean storable = rules.storable(response.status(), response.headers());
        Answer answer =
                Answer.fetched(response, wasKept, storable, rules, parts.clock().instant());
        if (storable) {
            parts.memory().put(response, begun);
        }
        return (storable && response.status() == OK ? save(response) : release()).replaceWith(answer);
    }

    private Uni<Void> save(StoredResponse response) {
        return parts.database().save(response, rules.freshUntil(response), holder);
    }

    private Uni<Void> release() {
        return parts.database().release(key, holder);
    }

    private Answer fromDatabase(StoredResponse response) {
        parts.memory().put(response, begun);
        return Answer.hit(response, "database", rules, parts.clock().instant());
    }

    private Answer staleOnError(StoredResponse response, int forwardedStatus) {
        return Answer.staleOnError(
                response, forwardedStatus, rules, parts.clock().instant());
    }

    private boolean isFresh(Optional<StoredResponse> found) {
        return found.filter(response -> rules.fresh(response, parts.clock().instant()))
                .isPresent();
    }
}
