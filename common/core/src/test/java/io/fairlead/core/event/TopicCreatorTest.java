package io.fairlead.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.core.outbox.Outbox;
import io.fairlead.parts.KafkaBroker;
import io.fairlead.testkit.FairleadTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that starts while Kafka is away takes changes, and catches up when Kafka comes. */
@FairleadTest
@TestProfile(TopicCreatorTest.KafkaIsAway.class)
class TopicCreatorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Outbox outbox;

    @Inject
    Pool pool;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @TempDir
    static Path data;

    @Test
    void shouldCreateTheTopicsAndPublishWhenKafkaComesLater() throws Exception {
        pool.withTransaction(transaction ->
                        outbox.append(transaction, Event.of(Topics.JOBS_EVENTS, "key", "job.accepted", Map.of())))
                .await()
                .atMost(PATIENCE);
        int port = Integer.parseInt(bootstrap.substring(bootstrap.indexOf(':') + 1));

        try (KafkaBroker broker = KafkaBroker.start(data.resolve("kafka"), port, freePort());
                Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Awaitility.await().atMost(PATIENCE).until(this::outboxIsEmpty);
            Set<String> topics = admin.listTopics().names().get();
            assertThat(topics).contains("fleet.vessels", "jobs.events", "core-test.dead-letters");
        }
    }

    private boolean outboxIsEmpty() {
        var rows = pool.query("select not exists (select from outbox)").executeAndAwait();
        return rows.iterator().next().getBoolean(0);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The application is told of a broker that is not there yet. */
    public static class KafkaIsAway implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("kafka.bootstrap.servers", "127.0.0.1:" + freePort(), "fairlead.topics.patience", "1s");
        }
    }
}
