package io.fairlead.testkit;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic, from its beginning unless told otherwise, and waits for what a test expects on it. Sees committed records
 * only, and holds each that a service sent against its topic's schema. */
public final class TopicReader implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final String topic;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    private TopicReader(KafkaConsumer<String, byte[]> consumer, String topic) {
        this.consumer = consumer;
        this.topic = topic;
    }

    /** A reader of a topic of the tests' Kafka. */
    public static TopicReader open(String topic) {
        return open(topic, true);
    }

    /** A reader that begins with what is there, or with what comes from now on. */
    public static TopicReader open(String topic, boolean fromBeginning) {
        try {
            return open(topic, fromBeginning, Map.of("bootstrap.servers", RealParts.kafka()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A reader, from the beginning, of a Kafka that is reached by these settings. */
    public static TopicReader open(String topic, Map<String, Object> kafka) {
        return open(topic, true, kafka);
    }

    private static TopicReader open(String topic, boolean fromBeginning, Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("auto.offset.reset", "earliest");
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        if (fromBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
        }
        return new TopicReader(consumer, topic);
    }

    /**
     * The first record that fits, waiting for it if need be.
     *
     * @throws AssertionError when none comes in time
     */
    public ConsumerRecord<String, byte[]> await(Predicate<ConsumerRecord<String, byte[]>> expected, Duration atMost) {
        return awaitAll(expected, 1, atMost).get(0);
    }

    /** The first {@code count} records that fit, in the order in which they arrived. */
    public List<ConsumerRecord<String, byte[]>> awaitAll(
            Predicate<ConsumerRecord<String, byte[]>> expected, int count, Duration atMost) {
        Instant end = Instant.now().plus(atMost);
        while (true) {
            var found = seen.stream().filter(expected).limit(count).toList();
            if (found.size() == count) {
                return found;
            }
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("only %d of %d expected records on %s among %d"
                        .formatted(found.size(), count, topic, seen.size()));
            }
            poll();
        }
    }

    /** All records that are there now, in the order in which they arrived. */
    public List<ConsumerRecord<String, byte[]>> all() {
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll();
        }
        return List.copyOf(seen);
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> {
            EventSchemas.check(record);
            seen.add(record);
        });
    }

    /** Those of the records read so far that fit. */
    public List<ConsumerRecord<String, byte[]>> seen(Predicate<ConsumerRecord<String, byte[]>> expected) {
        return seen.stream().filter(expected).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
