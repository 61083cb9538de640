package io.fairlead.core.outbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
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
    private final OutboxRecords records;
    private final PublishSpans spans;

    private OutboxProducer(KafkaProducer<String, byte[]> producer, OutboxRecords records, PublishSpans spans) {
        this.producer = producer;
        this.records = records;
        this.spans = spans;
    }

    static OutboxProducer open(
            OutboxSettings outbox, Map<String, Object> kafka, Map<String, Rendering> renderings, Tracer tracer) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, outbox.service() + "-outbox");
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, outbox.service() + "-outbox");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 131_072);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        settings.put(ProducerConfig.COMPRESSION_ZSTD_LEVEL_CONFIG, 1);
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
        return new OutboxProducer(
                producer, new OutboxRecords("/fairlead/" + outbox.service(), renderings), new PublishSpans(tracer));
    }

    /**
     * Writes the events, all or none.
     *
     * @throws KafkaException when Kafka did not take them; this producer is of no more use then
     */
    void publish(List<PendingEvent> events) {
        List<ProducerRecord<String, byte[]>> all = records.of(events);
        List<Span> begun = spans.begin(all);
        try {
            producer.beginTransaction();
            all.forEach(producer::send);
            producer.commitTransaction();
        } finally {
            begun.forEach(Span::end);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
