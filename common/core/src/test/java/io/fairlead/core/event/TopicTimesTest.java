package io.fairlead.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.parts.KafkaBroker;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A topic to which tokens are held is stamped by the broker, whoever made the topic. */
class TopicTimesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LONG_AGO = 1_000;

    @TempDir
    Path data;

    @Test
    void shouldLetTheBrokerStampRecordsOfTopicsThatAreThereAndOfNewOnes() throws Exception {
        int port = freePort();
        Map<String, Object> kafka = Map.of("bootstrap.servers", "127.0.0.1:" + port);
        try (KafkaBroker broker = KafkaBroker.start(data.resolve("kafka"), port, freePort());
                Admin admin = Admin.create(kafka)) {
            admin.createTopics(List.of(
                            new NewTopic(Topics.TELEMETRY_READINGS, Optional.of(1), Optional.empty()),
                            new NewTopic(Topics.JOBS_EVENTS, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
            start(kafka, Topics.TELEMETRY_READINGS, Topics.JOBS_EVENTS);
            Awaitility.await().atMost(PATIENCE).until(() -> stamped(kafka, Topics.TELEMETRY_READINGS) > LONG_AGO);
            assertThat(stamped(kafka, Topics.JOBS_EVENTS)).isEqualTo(LONG_AGO);

            admin.deleteTopics(List.of(Topics.TELEMETRY_READINGS)).all().get();
            start(kafka, Topics.TELEMETRY_READINGS);
            // The broker answers for a new topic a moment after it says that there is one.
            Awaitility.await()
                    .atMost(PATIENCE)
                    .ignoreException(ExecutionException.class)
                    .until(() -> timeOf(admin, Topics.TELEMETRY_READINGS), "LogAppendTime"::equals);
        }
    }

    private static void start(Map<String, Object> kafka, String... used) {
        new TopicCreator(kafka, true, Optional.of(List.of(used)), (short) -1, PATIENCE, "core-test").create(null);
    }

    private static String timeOf(Admin admin, String topic) throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .get("message.timestamp.type")
                .value();
    }

    /** The time that a record has in the topic whose producer says that it is old. */
    private static long stamped(Map<String, Object> kafka, String topic) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer())) {
            return producer.send(new ProducerRecord<>(topic, null, LONG_AGO, "key", "value"))
                    .get()
                    .timestamp();
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
