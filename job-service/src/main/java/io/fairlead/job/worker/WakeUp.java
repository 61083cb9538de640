package io.fairlead.job.worker;

import io.fairlead.core.notify.DatabaseNotices;
import io.fairlead.job.queue.Wake;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Hears from the database that a job became ready or is to be cancelled. Only a hint, which may be lost while the
 * connection is: the worker looks for itself now and then.
 */
@ApplicationScoped
public class WakeUp {

    private static final Logger LOG = Logger.getLogger(WakeUp.class);
    private static final long RECONNECT_MILLIS = 1000;

    private final Map<String, List<Runnable>> actions = new ConcurrentHashMap<>();
    private final DatabaseNotices notices;
    private final String channel;
    private volatile PgSubscriber subscriber;

    WakeUp(DatabaseNotices notices, @ConfigProperty(name = "fairlead.schema") String schema) {
        this.notices = notices;
        this.channel = Wake.channel(schema);
    }

    /**
     * Calls back from now on.
     *
     * @param actions what to do when a job enters a state, by the state's name; must not block
     */
    public synchronized void listen(Map<String, Runnable> actions) {
        actions.forEach((state, action) -> this.actions
                .computeIfAbsent(state, any -> new CopyOnWriteArrayList<>())
                .add(action));
        if (subscriber == null) {
            connect();
        }
    }

    private void connect() {
        subscriber = notices.subscriber().reconnectPolicy(retries -> RECONNECT_MILLIS);
        subscriber.channel(channel).handler(this::heard);
        subscriber.connect().onFailure(failure -> LOG.warnf("wakeup=off reason=%s", failure.getMessage()));
    }

    @PreDestroy
    synchronized void close() {
        if (subscriber != null) {
            subscriber.close();
        }
    }

    private void heard(String state) {
        actions.getOrDefault(state, List.of()).forEach(Runnable::run);
    }
}
