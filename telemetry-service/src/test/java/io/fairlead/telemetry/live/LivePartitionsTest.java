package io.fairlead.telemetry.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.core.event.Topics;
import io.fairlead.parts.KafkaBroker;
import io.fairlead.testkit.process.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker of its own, as others would find the added partitions too. */
class LivePartitionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path data;

    @Test
    void shouldEndStreamsWhenTheTopicGetsMorePartitionsAndServeNewOnes() throws Exception {
        int port = Ports.free();
        Map<String, Object> settings = Map.of("bootstrap.servers", "127.0.0.1:" + port);
        try (KafkaBroker broker = KafkaBroker.start(data, port, Ports.free());
                Admin admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(Topics.TELEMETRY_READINGS, 1, (short) 1)))
                    .all()
                    .get();
            LiveFanOut fanOut = new LiveFanOut(new ReadingTopic(settings, "test"));
            LiveListener listener = new LiveListener("MV101");
            fanOut.listen(listener).await().atMost(PATIENCE);

            admin.createPartitions(Map.of(Topics.TELEMETRY_READINGS, NewPartitions.increaseTo(2)))
                    .all()
                    .get();

            assertThatThrownBy(
                            () -> listener.batches().collect().asList().await().atMost(PATIENCE))
                    .hasMessageContaining("partitions=2");
            LiveListener next = new LiveListener("MV101");
            assertThat(fanOut.listen(next).await().atMost(PATIENCE)).isZero();
            fanOut.leave(next);
        }
    }
}
