package io.fairlead.relay.cache;

import io.fairlead.core.notify.DatabaseNotices;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Hears from the database that another instance has finished a fetch, so that nobody polls for it. */
@ApplicationScoped
class FetchSignals {

    private static final Logger LOG = Logger.getLogger(FetchSignals.class);
    private static final String CHANNEL = "relay_fetched";
    private static final long LONGEST_PAUSE = 5_000;

    private final Map<String, CompletableFuture<Void>> awaited = new ConcurrentHashMap<>();
    private final PgSubscriber subscriber;

    FetchSignals(DatabaseNotices notices) {
        this.subscriber = notices.subscriber();
    }

    void start(@Observes StartupEvent event) {
        subscriber.reconnectPolicy(retries -> Math.min(LONGEST_PAUSE, 100L << Math.min(retries, 10)));
        subscriber.channel(CHANNEL).handler(this::finished);
        subscriber.connect().onFailure(e -> LOG.warnf("channel=%s listening=false reason=%s", CHANNEL, e.getMessage()));
    }

    void stop(@Observes ShutdownEvent event) {
        subscriber.close();
    }

    /** Begins to listen for the end of a key's fetch. To be called before trying to lease it, so that none is missed. */
    void listen(String signal) {
        awaited.putIfAbsent(signal, new CompletableFuture<>());
    }

    /** No longer listens for it. */
    void ignore(String signal) {
        awaited.remove(signal);
    }

    /** Done when the fetch is over that was listened for, or the time is up; says whether it is known to be over. */
    Uni<Boolean> over(String signal, Duration atMost) {
        CompletableFuture<Void> end = awaited.get(signal);
        if (end == null) {
            return Uni.createFrom().item(true);
        }
        return Uni.createFrom()
                .completionStage(end::copy)
                .replaceWith(true)
                .ifNoItem()
                .after(atMost)
                .recoverWithItem(false)
                .onTermination()
                .invoke(() -> awaited.remove(signal, end));
    }

    private void finished(String key) {
        CompletableFuture<Void> signal = awaited.remove(key);
        if (signal != null) {
            signal.complete(null);
        }
    }
}
