package io.fairlead.core.outbox;

import io.fairlead.core.event.CloudEvents;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes batches to Kafka, each in one transaction. All instances of a service share the transactional id, so opening
 * one fences every earlier one.
 */
final class OutboxProducer implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final String source;
    private final Map<String, Rendering> renderings;

    private OutboxProducer(KafkaProducer<String, byte[]> producer, String source, Map<String, Rendering> renderings) {
        this.producer = producer;
        this.source = source;
        this.renderings = renderings;
    }

    static OutboxProducer open(OutboxSettings outbox, Map<String, Object> kafka, Map<String, Rendering> renderings) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, outbox.service() + "-outbox");
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, outbox.service() + "-outbox");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 131_072);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 20_000);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 25_000);
        var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
        return new OutboxProducer(producer, "/fairlead/" + outbox.service(), renderings);
    }

    /**
     * Writes the events, all or none.
     *
     * @throws KafkaException when Kafka did not take them; this producer is of no more use then
     */
    void publish(List<PendingEvent> events) {
        producer.beginTransaction();
        events.forEach(event -> producer.send(record(event)));
        producer.commitTransaction();
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private ProducerRecord<String, byte[]> record(PendingEvent event) {
        var record = CloudEvents.record(
                event.topic(), event.key(), event.eventId(), source, event.type(), event.time(), data(event));
        if (event.traceParent() != null) {
            CloudEvents.put(record.headers(), "traceparent", event.traceParent());
        }
        return record;
    }

    private byte[] data(PendingEvent event) {
        return event.rendering() == null
                ? event.data()
                : renderings.get(event.rendering()).render(event.data());
    }
}
