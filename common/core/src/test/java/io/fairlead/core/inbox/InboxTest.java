package io.fairlead.core.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.core.event.CloudEvents;
import io.fairlead.core.event.Topics;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.TopicReader;
import io.fairlead.testkit.TopicWriter;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FairleadTest
class InboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Pool pool;

    @Inject
    NotesConsumer consumer;

    private TopicWriter topic;

    @BeforeEach
    void open() {
        topic = TopicWriter.open();
    }

    @AfterEach
    void close() {
        topic.close();
    }

    @Test
    void shouldApplyAnEventOnceWhenItIsDeliveredTwice() {
        String key = key();
        String id = key();

        topic.send(Topics.FLEET_VESSELS, key, "note", id, "{\"name\":\"%s\"}".formatted(key));
        topic.send(Topics.FLEET_VESSELS, key, "note", id, "{\"name\":\"%s\"}".formatted(key));
        topic.send(Topics.FLEET_VESSELS, key, "note", "{\"name\":\"end-%s\"}".formatted(key));

        awaitCount("end-" + key, 1);
        assertThat(count(key)).isEqualTo(1);
    }

    @Test
    void shouldTryAgainInOrderWhenTheFailureMayPass() {
        String key = key();
        consumer.failNext(2);

        topic.send(Topics.FLEET_VESSELS, key, "note", "{\"name\":\"%s\"}".formatted(key));
        topic.send(Topics.FLEET_VESSELS, key, "note", "{\"name\":\"%s\"}".formatted(key));

        awaitCount(key, 2);
    }

    @Test
    void shouldPutAnEventToTheDeadLettersWhenItCanNeverBeApplied() {
        String key = key();

        topic.send(Topics.FLEET_VESSELS, key, "note", "{\"colour\":\"red\"}");
        topic.send(Topics.FLEET_VESSELS, key, "note", "no JSON");
        topic.send(new ProducerRecord<>(Topics.FLEET_VESSELS, key, "{}".getBytes(StandardCharsets.UTF_8)));
        topic.send(Topics.FLEET_VESSELS, key, "note", "{\"name\":\"%s\"}".formatted(key));

        awaitCount(key, 1);
        try (TopicReader letters = TopicReader.open("core-test.dead-letters")) {
            var dead = letters.awaitAll(r -> key.equals(r.key()), 3, PATIENCE);
            assertThat(dead)
                    .extracting(r -> CloudEvents.get(r.headers(), "dead-letter-reason"))
                    .containsExactly(
                            "it has no name",
                            "its data is not JSON",
                            "it has no ce_id header, so it is no CloudEvent in binary mode");
            assertThat(CloudEvents.get(dead.get(0).headers(), "dead-letter-topic"))
                    .isEqualTo(Topics.FLEET_VESSELS);
        }
    }

    private void awaitCount(String name, int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> count(name) == count);
    }

    private int count(String name) {
        var rows = pool.preparedQuery("select count from note where name = $1").executeAndAwait(Tuple.of(name));
        return rows.size() == 0 ? 0 : rows.iterator().next().getInteger(0);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
