package io.fairlead.relay.cache;

import io.fairlead.relay.rules.CacheKey;
import io.fairlead.relay.rules.CachePolicy;
import io.fairlead.relay.rules.Freshness;
import io.fairlead.relay.rules.StoredResponse;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The responses that all instances share and that outlive them, and the agreement on who of them fetches what. Never
 * fails: while the database is away, nothing is kept there and each instance fetches for itself.
 */
@ApplicationScoped
class DatabaseTier {

    private static final Logger LOG = Logger.getLogger(DatabaseTier.class);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final ResponseTable table;
    private final FetchLease lease;
    private final FetchSignals signals;

    DatabaseTier(ResponseTable table, FetchLease lease, FetchSignals signals) {
        this.table = table;
        this.lease = lease;
        this.signals = signals;
    }

    Uni<List<StoredResponse>> find(CacheKey key) {
        return table.find(key).onFailure().recoverWithItem(failure -> without(key, failure, List.of()));
    }

    /** Keeps a response that was fetched. */
    Uni<Void> save(StoredResponse response, CachePolicy policy) {
        return table.save(response, Freshness.freshUntil(response, policy))
                .onFailure()
                .recoverWithItem(failure -> without(response.key(), failure, null));
    }

    /** Keeps what is new about a response that has been validated. */
    Uni<Void> refresh(StoredResponse response, CachePolicy policy) {
        return table.refresh(response, Freshness.freshUntil(response, policy))
                .onFailure()
                .recoverWithItem(failure -> without(response.key(), failure, null));
    }

    /** Forgets a response that must not be kept any longer. */
    Uni<Void> forget(StoredResponse response) {
        return table.delete(response).onFailure().recoverWithItem(failure -> without(response.key(), failure, null));
    }

    /**
     * Takes the right to fetch something, or waits until whoever has it is done. The signal that it is done may be lost, so
     * the right is tried for again now and then.
     *
     * @return whether the right was taken
     */
    Uni<Boolean> claimOrWait(FetchLease.Right right, Duration atMost) {
        signals.listen(right.signal());
        Duration pause = atMost.compareTo(LOOK_AGAIN) < 0 ? atMost : LOOK_AGAIN;
        return lease.claim(right, atMost)
                .onFailure()
                .recoverWithItem(failure -> without(right.key(), failure, true))
                .chain(mine -> {
                    if (mine) {
                        signals.ignore(right.signal());
                        return Uni.createFrom().item(true);
                    }
                    return signals.over(right.signal(), pause)
                            .chain(over -> over || atMost.equals(pause)
                                    ? Uni.createFrom().item(false)
                                    : claimOrWait(right, atMost.minus(pause)));
                });
    }

    /** Gives the right back. */
    Uni<Void> release(FetchLease.Right right) {
        return lease.release(right).onFailure().recoverWithItem(failure -> without(right.key(), failure, null));
    }

    private static <T> T without(CacheKey key, Throwable failure, T instead) {
        LOG.warnf("key=%s database=false reason=%s", key.text(), failure.getMessage());
        return instead;
    }
}
