package io.fairlead.core.outbox;

import io.fairlead.core.event.Event;
import io.fairlead.core.event.Topics;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.TopicReader;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What the outbox costs and carries; run by benchmarks/outbox/run. */
@FairleadTest
@EnabledIfSystemProperty(named = "benchmark", matches = "true")
class OutboxBenchmark {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int EVENTS = 50_000;
    private static final Map<String, Object> DATA = Map.of("text", "x".repeat(250));

    @Inject
    Outbox outbox;

    @Inject
    Pool pool;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Test
    void measure() {
        seconds(() -> appendAll(5_000, 1)); // warm-up
        awaitEmpty();
        for (int round = 1; round <= 3; round++) {
            double plain = EVENTS / seconds(this::sendPlain);
            double single = throughOutbox(EVENTS / 5, 1);
            double bulk = throughOutbox(EVENTS, 100);
            System.out.printf(
                    "round %d: plain producer %.0f events/s; outbox, 1 event a transaction %.0f/s (%.2f of plain); "
                            + "outbox, 100 a transaction %.0f/s (%.2f of plain)%n",
                    round, plain, single, single / plain, bulk, bulk / plain);
        }
        latency();
    }

    private double throughOutbox(int events, int perTransaction) {
        return events
                / seconds(() -> {
                    appendAll(events, perTransaction);
                    awaitEmpty();
                });
    }

    private void appendAll(int events, int perTransaction) {
        Multi.createFrom()
                .range(0, events / perTransaction)
                .onItem()
                .transformToUni(i -> pool.withTransaction(t -> outbox.append(
                        t,
                        IntStream.range(0, perTransaction)
                                .mapToObj(j -> event("k" + (i * perTransaction + j) % 5000))
                                .toList())))
                .merge(16)
                .collect()
                .last()
                .await()
                .atMost(PATIENCE);
    }

    private void awaitEmpty() {
        Awaitility.await().pollInterval(Duration.ofMillis(5)).atMost(PATIENCE).until(() -> {
            var row = pool.query("select not exists (select from outbox)").executeAndAwait();
            return row.iterator().next().getBoolean(0);
        });
    }

    private void sendPlain() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.putAll(Map.of("acks", "all", "linger.ms", 2, "batch.size", 131_072, "compression.type", "lz4"));
        byte[] data = ("{\"text\":\"" + "x".repeat(250) + "\"}").getBytes();
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < EVENTS; i++) {
                producer.send(new ProducerRecord<>(Topics.JOBS_EVENTS, "k" + i % 5000, data));
            }
            producer.flush();
        }
    }

    private void latency() {
        int samples = 300;
        long[] micros = new long[samples];
        try (TopicReader topic = TopicReader.open(Topics.JOBS_EVENTS, false)) {
            for (int i = 0; i < samples; i++) {
                String key = UUID.randomUUID().toString();
                long start = System.nanoTime();
                pool.withTransaction(t -> outbox.append(t, List.of(event(key))))
                        .await()
                        .atMost(PATIENCE);
                topic.await(record -> record.key().equals(key), PATIENCE);
                micros[i] = (System.nanoTime() - start) / 1000;
            }
        }
        Arrays.sort(micros);
        System.out.printf(
                "one event at a time, begin of its transaction to a read_committed consumer: p50 %.1f ms, p99 %.1f ms%n",
                micros[samples / 2] / 1e3, micros[samples * 99 / 100] / 1e3);
    }

    private static Event event(String key) {
        return Event.of(Topics.JOBS_EVENTS, key, "benchmark", DATA);
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
