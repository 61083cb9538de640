package io.fairlead.local;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a job's life from the topic {@code jobs.events}, as any outside consumer would. */
final class JobEvents {

    private static final String TOPIC = "jobs.events";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private JobEvents() {}

    /** The types of a job's events in their order, up to the one that is waited for. */
    static List<String> of(String bootstrap, String jobId, String last) {
        List<String> types = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrap),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!types.contains(last)) {
                if (System.nanoTime() > deadline) {
                    throw new LaunchException("%s has no %s of job %s, only %s".formatted(TOPIC, last, jobId, types));
                }
                for (ConsumerRecord<String, byte[]> event : consumer.poll(Duration.ofMillis(500))) {
                    if (jobId.equals(event.key())) {
                        types.add(type(event));
                    }
                }
            }
        }
        return types;
    }

    private static String type(ConsumerRecord<String, byte[]> event) {
        Header header = event.headers().lastHeader("ce_type");
        return header == null ? "?" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
