package io.fairlead.lake;

import io.fairlead.testkit.TopicWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Accepted readings of three vessels, about 50 events a second. Each has a value of its own; what
 * was sent is remembered as {@code vessel channel time value}.
 */
final class ReadingsFlow implements AutoCloseable {

    private static final String TOPIC = "telemetry.readings";
    private static final Instant START = Instant.parse("2026-11-19T23:50:00Z");
    private static final int ROWS = 20;
    private static final long PACE = Duration.ofMillis(20).toNanos();

    private final TopicWriter writer = TopicWriter.open();
    private final List<String> sent = new ArrayList<>();
    private volatile boolean flowing = true;
    private final CompletableFuture<Void> running = CompletableFuture.runAsync(this::flow);

    private void flow() {
        for (int i = 0; flowing; i++) {
            send("MV10" + i % 3, i * ROWS);
            LockSupport.parkNanos(PACE);
        }
    }

    private void send(String vessel, int first) {
        String rows = IntStream.range(first, first + ROWS)
                .mapToObj(i -> {
                    String time = START.plusMillis(100L * i).plusNanos(i % 1000) + "";
                    sent.add(vessel + " a " + time + " " + (i + 0.5));
                    sent.add(vessel + " b " + time + " text " + i);
                    return "{\"time\":\"%s\",\"values\":[%d.5,\"text %d\"]}".formatted(time, i, i);
                })
                .collect(Collectors.joining(","));
        writer.send(
                TOPIC,
                vessel,
                "telemetry.readings.accepted",
                """
                {"vessel":"%s","batches":[{"batch":1,"door":"json"}],"tables":[{"channels":[
                {"id":1,"channel":"a","labels":{},"quantity":"other","unit":"rpm"},
                {"id":2,"channel":"b","labels":{},"quantity":"other","unit":null}],"rows":[%s]}]}
                """
                        .formatted(vessel, rows));
    }

    /** Ends the flow and says all that was sent. */
    List<String> stop() {
        flowing = false;
        running.join();
        return sent;
    }

    @Override
    public void close() {
        stop();
        writer.close();
    }
}
