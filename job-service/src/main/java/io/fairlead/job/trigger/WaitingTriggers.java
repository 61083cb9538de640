package io.fairlead.job.trigger;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds who waits for an event. That nobody does is asked once for all records that had been fetched by then: what they
 * tell of had happened before, so whatever waits for it stood in the table already.
 */
@ApplicationScoped
class WaitingTriggers {

    /** Longer than clocks differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private static final int MOST_KINDS = 1000;

    private final Pool pool;
    private final Triggers triggers;
    private final KafkaClientService kafka;
    private final Clock clock;
    private final Map<Kind, Map<TopicPartition, Long>> nobodyBefore = new ConcurrentHashMap<>();

    WaitingTriggers(Pool pool, Triggers triggers, KafkaClientService kafka, Clock clock) {
        this.pool = pool;
        this.triggers = triggers;
        this.kafka = kafka;
        this.clock = clock;
    }

    private record Kind(String topic, String type) {}

    /** Those that may wait for what a record tells of; all that do are among them. */
    Uni<List<Trigger>> of(ConsumerRecord<String, byte[]> record, String type) {
        Kind kind = new Kind(record.topic(), type);
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        if (record.offset() < nobodyBefore.getOrDefault(kind, Map.of()).getOrDefault(partition, 0L)) {
            return Uni.createFrom().item(List.of());
        }
        Instant until = clock.instant().plus(SKEW);
        return fetched().chain(offsets -> triggers.ofEvent(pool, kind.topic(), kind.type(), until)
                .invoke(waiting -> {
                    if (waiting.isEmpty()) {
                        remember(kind, offsets);
                    }
                }));
    }

    /** Up to where each partition has been fetched. */
    private Uni<Map<TopicPartition, Long>> fetched() {
        return kafka.getConsumer(EventTriggers.CHANNEL).runOnPollingThread(WaitingTriggers::positions);
    }

    private static Map<TopicPartition, Long> positions(Consumer<?, ?> consumer) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        consumer.assignment().forEach(partition -> positions.put(partition, consumer.position(partition)));
        return positions;
    }

    private void remember(Kind kind, Map<TopicPartition, Long> offsets) {
        if (nobodyBefore.size() >= MOST_KINDS) {
            nobodyBefore.clear();
        }
        nobodyBefore.put(kind, offsets);
    }
}
