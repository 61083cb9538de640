package io.fairlead.telemetry.store;

import io.fairlead.core.metrics.Measurement;
import io.fairlead.telemetry.store.WindowLateness.Lateness;
import io.fairlead.telemetry.store.WindowLateness.Waiting;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;

/**
 * Whether windows keep up, measured on schedule and the same on every instance. A vessel that is out of reach is not this
 * service's fault, so how many are late and how long the computation waits are told apart.
 */
@Startup
@ApplicationScoped
class WindowMetrics {

    private final WindowLateness windows;
    private volatile Lateness lateness = new Lateness(Double.NaN, 0, 0, 0, 0);
    private volatile Waiting waiting = new Waiting(0, null);
    private volatile Instant oldestSeen;

    WindowMetrics(WindowLateness windows, MeterRegistry meters) {
        this.windows = windows;
        Gauge.builder("fairlead.windows.lateness", this, now -> now.lateness.freshest())
                .description("How far the newest ended window of the vessel that is best off lies back")
                .baseUnit("seconds")
                .register(meters);
        vessels(meters, "30m", Lateness::halfHour);
        vessels(meters, "2h", Lateness::twoHours);
        vessels(meters, "1d", Lateness::day);
        vessels(meters, "longer", Lateness::longer);
        Gauge.builder("fairlead.windows.waiting", this, now -> now.waiting.notes())
                .description("Notes of readings whose windows are still to be computed")
                .baseUnit("notes")
                .register(meters);
        Gauge.builder("fairlead.windows.waiting.age", this, WindowMetrics::age)
                .description("For how long the oldest of them has been seen waiting")
                .baseUnit("seconds")
                .register(meters);
    }

    private void vessels(MeterRegistry meters, String behind, ToDoubleFunction<Lateness> count) {
        Gauge.builder("fairlead.windows.vessels", this, now -> count.applyAsDouble(now.lateness))
                .description(
                        "Vessels that report power or energy, by how far their newest ended window lies back at most")
                .baseUnit("vessels")
                .tag("behind", behind)
                .register(meters);
    }

    /** Measures what is in the database. */
    @Scheduled(every = "${fairlead.store.measure-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return Measurement.of(
                "windows",
                windows.measure()
                        .invoke(measured -> lateness = measured)
                        .chain(windows::waiting)
                        .invoke(this::know));
    }

    private void know(Waiting measured) {
        boolean same = measured.oldest() != null && measured.oldest().equals(waiting.oldest());
        oldestSeen = same ? oldestSeen : windows.now();
        waiting = measured;
    }

    private double age() {
        return waiting.oldest() == null
                ? 0
                : Duration.between(oldestSeen, windows.now()).toMillis() / 1e3;
    }
}
