package io.fairlead.relay.cache;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The responses that all instances share and that outlive them, and the agreement on who of them fetches what. Never
 * fails: while the database is away, nothing is kept there and each instance fetches for itself.
 */
@ApplicationScoped
class DatabaseTier {

    private static final Logger LOG = Logger.getLogger(DatabaseTier.class);

    private final ResponseTable table;
    private final FetchLease lease;
    private final FetchSignals signals;

    DatabaseTier(ResponseTable table, FetchLease lease, FetchSignals signals) {
        this.table = table;
        this.lease = lease;
        this.signals = signals;
    }

    Uni<Optional<StoredResponse>> find(CacheKey key) {
        return table.find(key).onFailure().recoverWithItem(failure -> without(key, failure, Optional.empty()));
    }

    /** Keeps a response and gives back the right to fetch it. */
    Uni<Void> save(StoredResponse response, Instant freshUntil, UUID holder) {
        return table.save(response, freshUntil, holder)
                .onFailure()
                .recoverWithItem(failure -> without(response.key(), failure, null));
    }

    /**
     * Takes the right to fetch a key, or waits until whoever has it is done.
     *
     * @return whether the right was taken
     */
    Uni<Boolean> claimOrWait(CacheKey key, UUID holder, Duration atMost) {
        signals.listen(key);
        return lease.claim(key, holder, atMost)
                .onFailure()
                .recoverWithItem(failure -> without(key, failure, true))
                .call(mine -> mine
                        ? Uni.createFrom().voidItem().invoke(() -> signals.ignore(key))
                        : signals.over(key, atMost));
    }

    /** Gives the right back, nothing having been fetched that other instances could use. */
    Uni<Void> release(CacheKey key, UUID holder) {
        return lease.release(key, holder).onFailure().recoverWithItem(failure -> without(key, failure, null));
    }

    private static <T> T without(CacheKey key, Throwable failure, T instead) {
        LOG.warnf("key=%s database=false reason=%s", key.text(), failure.getMessage());
        return instead;
    }
}
