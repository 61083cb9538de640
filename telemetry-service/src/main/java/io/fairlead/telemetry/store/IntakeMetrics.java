package io.fairlead.telemetry.store;

import io.fairlead.telemetry.reading.Receipt;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what became of the readings that came in, by the door they came through. */
@ApplicationScoped
class IntakeMetrics {

    private final MeterRegistry meters;
    private final Map<String, Counters> byDoor = new ConcurrentHashMap<>();

    IntakeMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    private record Counters(Counter accepted, Counter duplicate, Counter rejected) {}

    /** A request was dealt with. */
    void count(String door, Receipt receipt) {
        Counters counters = byDoor.computeIfAbsent(door, this::counters);
        counters.accepted().increment(receipt.accepted());
        counters.duplicate().increment(receipt.duplicate());
        counters.rejected().increment(receipt.rejected());
    }

    private Counters counters(String door) {
        return new Counters(counter(door, "accepted"), counter(door, "duplicate"), counter(door, "rejected"));
    }

    private Counter counter(String door, String outcome) {
        return Counter.builder("fairlead.intake.readings")
                .description("Readings that came in, by what became of them")
                .tag("door", door)
                .tag("outcome", outcome)
                .register(meters);
    }
}
