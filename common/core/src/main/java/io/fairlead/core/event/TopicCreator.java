package io.fairlead.core.event;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Creates the topics that a service uses before its channels open, as the catalogue cuts them, and sets whose time the
 * records of those that are there carry. Where topics are managed
 * by others (an operator's custom resources), {@code fairlead.topics.create=false} turns it off.
 */
@ApplicationScoped
public class TopicCreator {

    private static final Logger LOG = Logger.getLogger(TopicCreator.class);
    private static final int BEFORE_CHANNELS = 1;
    private static final long PAUSE_MILLIS = 2_000;

    private final Map<String, Object> kafka;
    private final boolean enabled;
    private final List<String> used;
    private final String service;
    private final short replication;
    private final Duration patience;

    TopicCreator(
            @Any @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "fairlead.topics.create") boolean enabled,
            @ConfigProperty(name = "fairlead.topics.used") Optional<List<String>> used,
            @ConfigProperty(name = "fairlead.topics.replication", defaultValue = "-1") short replication,
            @ConfigProperty(name = "fairlead.topics.patience") Duration patience,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.kafka = kafka;
        this.enabled = enabled;
        this.used = used.orElse(List.of());
        this.replication = replication;
        this.patience = patience;
        this.service = service;
    }

    void create(@Observes @Priority(BEFORE_CHANNELS) StartupEvent start) {
        if (enabled && !created()) {
            Thread later = new Thread(this::keepTrying, "topics");
            later.setDaemon(true);
            later.start();
        }
    }

    /** A broker that is away at the start must not leave the service without topics when it comes back. */
    private void keepTrying() {
        try {
            do {
                Thread.sleep(PAUSE_MILLIS);
            } while (!created());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean created() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("client.id", service + "-topics");
        settings.put("request.timeout.ms", (int) patience.toMillis());
        settings.put("default.api.timeout.ms", (int) patience.toMillis());
        try (Admin admin = Admin.create(settings)) {
            Set<String> present = admin.listTopics().names().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            List<NewTopic> missing = Stream.concat(
                            used.stream().map(this::defined),
                            Stream.of(topic(new Topics.Definition(service + ".dead-letters", 1, false))))
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            for (var created : admin.createTopics(missing).values().entrySet()) {
                await(created.getKey(), created.getValue());
            }
            new TopicTimes(admin, patience)
                    .correct(used.stream().filter(present::contains).toList());
            return true;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.warnf("topics=%s created=false retry=true reason=%s", used, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private void await(String topic, org.apache.kafka.common.KafkaFuture<Void> creation)
            throws InterruptedException, TimeoutException, ExecutionException {
        try {
            creation.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            LOG.infof("topic=%s created=true", topic);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private NewTopic defined(String name) {
        Topics.Definition topic = Topics.find(name)
                .orElseThrow(() -> new IllegalStateException("fairlead.topics.used names an unknown topic: " + name));
        return topic(topic);
    }

    private NewTopic topic(Topics.Definition topic) {
        return new NewTopic(
                        topic.name(),
                        Optional.of(topic.partitions()),
                        replication < 0 ? Optional.empty() : Optional.of(replication))
                .configs(topic.settings());
    }
}
