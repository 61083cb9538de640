package io.fairlead.core.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Publishes what the outbox holds. Any number of instances may run: one of them leads, the others stand by and take over
 * within a poll interval of its end.
 *
 * <p>The lead is an advisory lock on a database session of its own. A leader that is paused loses the session, because
 * the database ends it when it stays idle, and its Kafka producer is fenced by the next leader's, which has the same
 * transactional id. So no stale state can be published behind a newer one.
 */
@ApplicationScoped
public class OutboxPublisher {

    private static final Logger LOG = Logger.getLogger(OutboxPublisher.class);
    private static final int AFTER_TOPICS = 10;
    private static final Duration LAST_BATCH = Duration.ofSeconds(5);

    private final OutboxSettings settings;
    private final Map<String, Object> kafka;
    private final Map<String, Rendering> renderings;
    private final Counter published;
    private final Tracer tracer;
    private final AtomicInteger leading = new AtomicInteger();
    private volatile Thread thread;

    OutboxPublisher(
            OutboxSettings settings,
            @Any @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @Any Instance<Rendering> renderings,
            MeterRegistry meters,
            Tracer tracer) {
        this.tracer = tracer;
        this.settings = settings;
        this.kafka = Map.copyOf(kafka);
        this.renderings = renderings.stream().collect(Collectors.toMap(Rendering::name, Function.identity()));
        this.published = Counter.builder("fairlead.outbox.published")
                .description("Events published from the outbox")
                .register(meters);
        Gauge.builder("fairlead.outbox.leading", leading, AtomicInteger::get)
                .description("1 when this instance publishes")
                .register(meters);
    }

    void start(@Observes @Priority(AFTER_TOPICS) StartupEvent event) {
        if (settings.enabled()) {
            thread = new Thread(this::run, "outbox-publisher");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Lets a batch be published to its end: one that is broken off would be published again. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.join(settings.poll().plus(LAST_BATCH).toMillis());
            running.interrupt();
        }
    }

    private boolean running() {
        return Thread.currentThread() == thread;
    }

    private void run() {
        while (running()) {
            try (OutboxSession session = OutboxSession.open(settings)) {
                while (running() && !session.lead()) {
                    pause();
                }
                publishAsLeader(session);
            } catch (SQLException | RuntimeException e) {
                if (running()) {
                    LOG.warnf("outbox=interrupted reason=%s", e.getMessage());
                }
            }
            pause();
        }
    }

    private void publishAsLeader(OutboxSession session) throws SQLException {
        try (OutboxProducer producer = OutboxProducer.open(settings, kafka, renderings, tracer)) {
            LOG.infof("outbox=leading service=%s", settings.service());
            leading.set(1);
            while (running()) {
                var batch = session.next(settings.batch());
                if (batch.isEmpty()) {
                    session.awaitWake(settings.poll());
                    continue;
                }
                producer.publish(batch);
                session.delete(batch);
                published.increment(batch.size());
                if (batch.size() < settings.batch()) {
                    rest(settings.linger());
                }
            }
        } finally {
            leading.set(0);
        }
    }

    private void pause() {
        rest(settings.poll());
    }

    private static void rest(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            // told to stop: the loop's condition sees it
        }
    }
}
