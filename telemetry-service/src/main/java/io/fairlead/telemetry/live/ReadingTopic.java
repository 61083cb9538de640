package io.fairlead.telemetry.live;

import io.fairlead.core.event.CloudEvents;
import io.fairlead.core.event.Topics;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The topic of accepted readings, read without a group: whoever listens follows its own place. */
@ApplicationScoped
class ReadingTopic {

    private static final String ACCEPTED = "telemetry.readings.accepted";

    /** How late it is seen that there are more partitions. */
    private static final int METADATA_AGE = 5_000;

    private final Map<String, Object> kafka;
    private final String service;

    ReadingTopic(
            @Any @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.kafka = kafka;
        this.service = service;
    }

    KafkaConsumer<String, byte[]> open() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("client.id", service + "-live");
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "none");
        settings.put("allow.auto.create.topics", false);
        settings.put("metadata.max.age.ms", METADATA_AGE);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        return consumer.partitionsFor(Topics.TELEMETRY_READINGS).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** Where Kafka's producers put all records with the vessel as their key. */
    static TopicPartition of(String vessel, int partitions) {
        int hash = Utils.toPositive(Utils.murmur2(vessel.getBytes(StandardCharsets.UTF_8)));
        return new TopicPartition(Topics.TELEMETRY_READINGS, hash % partitions);
    }

    /** Whether a record tells of an accepted batch; ships report on this topic too. */
    static boolean isAccepted(ConsumerRecord<String, byte[]> record) {
        return record.key() != null
                && record.value() != null
                && ACCEPTED.equals(CloudEvents.get(record.headers(), "ce_type"));
    }
}
