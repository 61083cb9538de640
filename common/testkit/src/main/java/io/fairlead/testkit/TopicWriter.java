package io.fairlead.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends events to the tests' Kafka, as another service would. */
public final class TopicWriter implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;

    private TopicWriter(KafkaProducer<String, byte[]> producer) {
        this.producer = producer;
    }

    public static TopicWriter open() {
        try {
            return open(Map.of("bootstrap.servers", RealParts.kafka()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A writer to a Kafka that is reached by these settings. */
    public static TopicWriter open(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("acks", "all");
        return new TopicWriter(new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()));
    }

    /** Sends a CloudEvent with a new id and returns that id when Kafka has it. */
    public String send(String topic, String key, String type, String json) {
        String id = UUID.randomUUID().toString();
        send(topic, key, type, id, json);
        return id;
    }

    /** Sends a CloudEvent and returns when Kafka has it. */
    public void send(String topic, String key, String type, String id, String json) {
        byte[] data = json == null ? null : json.getBytes(StandardCharsets.UTF_8);
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, data);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id,
                        "ce_source",
                        "/test",
                        "ce_type",
                        type,
                        "ce_time",
                        "" + Instant.now())
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        send(record);
    }

    /** Sends any record and returns when Kafka has it. */
    public void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
