package io.fairlead.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.core.event.Topics;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.TopicReader;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The lead passes from one publisher to the next without a stale record in between. */
@FairleadTest
@TestProfile(OutboxLeadTest.NoPublisherOfItsOwn.class)
class OutboxLeadTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    OutboxSettings settings;

    @Inject
    Tracer tracer;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Test
    void shouldGiveTheLeadToOneSessionAtATime() throws SQLException {
        try (OutboxSession second = OutboxSession.open(settings)) {
            try (OutboxSession first = OutboxSession.open(settings)) {
                assertThat(first.lead()).isTrue();
                assertThat(second.lead()).isFalse();
            }
            // The server ends a session a little after its client has closed it.
            Awaitility.await().atMost(PATIENCE).until(second::lead);
        }
    }

    @Test
    void shouldFenceTheEarlierPublisherWhenAnotherTakesOver() {
        String key = UUID.randomUUID().toString();
        try (OutboxProducer paused = OutboxProducer.open(settings, kafka, Map.of(), tracer);
                OutboxProducer next = OutboxProducer.open(settings, kafka, Map.of(), tracer)) {
            next.publish(List.of(event(key, "new")));

            assertThatThrownBy(() -> paused.publish(List.of(event(key, "stale"))))
                    .isInstanceOf(KafkaException.class);
            next.publish(List.of(event(key, "newest")));
        }
        try (TopicReader topic = TopicReader.open(Topics.JOBS_EVENTS)) {
            assertThat(topic.awaitAll(r -> r.key().equals(key), 2, PATIENCE))
                    .extracting(r -> new String(r.value(), StandardCharsets.UTF_8))
                    .containsExactly("new", "newest");
        }
    }

    private static PendingEvent event(String key, String data) {
        return new PendingEvent(
                1,
                UUID.randomUUID().toString(),
                Topics.JOBS_EVENTS,
                key,
                "job.accepted",
                OffsetDateTime.now(),
                null,
                null,
                data.getBytes(StandardCharsets.UTF_8));
    }

    /** The application without its publisher, so that the test's own sessions lead. */
    public static class NoPublisherOfItsOwn implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("fairlead.outbox.enabled", "false");
        }
    }
}
