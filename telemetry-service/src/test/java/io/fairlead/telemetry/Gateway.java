package io.fairlead.telemetry;

import io.fairlead.core.event.Topics;
import io.fairlead.testkit.TopicWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A ship's gateway, which reports by Kafka. */
final class Gateway {

    private Gateway() {}

    /**
     * Sends a record; it is there when this returns, and taken in later.
     *
     * @param key the record's key: records of one key are taken in one after the other
     * @param vessel the vessel that the record's subject names
     */
    static void send(String key, String vessel, String token, String type, String body) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topics.TELEMETRY_READINGS, key, bytes(body));
        Map<String, String> headers = Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_source",
                "/gateway",
                "ce_type",
                "telemetry.readings.reported",
                "ce_subject",
                vessel,
                "content-type",
                type,
                "authorization",
                "Bearer " + token);
        headers.forEach((name, value) -> record.headers().add(name, bytes(value)));
        try (TopicWriter gateway = TopicWriter.open()) {
            gateway.send(record);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
