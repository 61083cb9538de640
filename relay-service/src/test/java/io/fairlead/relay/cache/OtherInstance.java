package io.fairlead.relay.cache;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.core.notify.DatabaseNotices;
import io.fairlead.core.outbox.Outbox;
import io.fairlead.relay.upstream.UpstreamClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.Dependent;
import java.time.Clock;

/** What another instance of the service would have of its own, on the same database and the same topics. */
@Dependent
class OtherInstance implements AutoCloseable {

    private final FetchSignals signals;
    private final ResponseCache cache;
    private final Purges purges;

    OtherInstance(
            DatabaseNotices notices,
            Pool pool,
            ResponseTable table,
            FetchLease lease,
            UpstreamClient client,
            CacheSettings settings,
            Outbox outbox,
            ObjectMapper json,
            Clock clock) {
        this.signals = new FetchSignals(notices);
        signals.start(new StartupEvent());
        this.cache = new ResponseCache(
                client, new DatabaseTier(table, lease, signals), clock, settings, new SimpleMeterRegistry());
        this.purges = new Purges(pool, outbox, cache, json, clock);
    }

    ResponseCache cache() {
        return cache;
    }

    Purges purges() {
        return purges;
    }

    @Override
    public void close() {
        signals.stop(new ShutdownEvent());
    }
}
