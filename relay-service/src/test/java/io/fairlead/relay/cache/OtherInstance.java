package io.fairlead.relay.cache;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.core.outbox.Outbox;
import io.fairlead.relay.upstream.UpstreamClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.Dependent;
import java.time.Clock;
import org.eclipse.microprofile.config.ConfigProvider;

/** What another instance of the service would have of its own, on the same database and the same topics. */
@Dependent
class OtherInstance implements AutoCloseable {

    private final FetchSignals signals;
    private final ResponseCache cache;
    private final Purges purges;

    OtherInstance(
            Vertx vertx,
            Pool pool,
            ResponseTable table,
            FetchLease lease,
            UpstreamClient client,
            CacheSettings settings,
            Outbox outbox,
            ObjectMapper json,
            Clock clock) {
        this.signals = new FetchSignals(vertx, setting("reactive.url"), setting("username"), setting("password"));
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

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("quarkus.datasource." + name, String.class);
    }
}
