package io.fairlead.job.queue;

import io.fairlead.core.metrics.Measurement;
import io.fairlead.job.queue.QueueDepth.Depth;
import io.fairlead.job.queue.QueueDepth.Leases;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The queue's meters. What is measured in the database is measured on schedule and the same on every instance; the crashes
 * are those that this instance found.
 */
@Startup
@ApplicationScoped
class QueueMetrics {

    private static final List<JobState> AFTER_A_CRASH =
            List.of(JobState.QUEUED, JobState.QUARANTINED, JobState.DISMISSED);

    private final QueueDepth queue;
    private final Clock clock;
    private final MeterRegistry meters;
    private final MultiGauge jobs;
    private final MultiGauge ages;
    private volatile Leases leases = new Leases(0, 0, 0);

    QueueMetrics(QueueDepth queue, Clock clock, MeterRegistry meters) {
        this.queue = queue;
        this.clock = clock;
        this.meters = meters;
        this.jobs = MultiGauge.builder("fairlead.queue.jobs")
                .description("Jobs that have not ended, by state and process")
                .baseUnit("jobs")
                .register(meters);
        this.ages = MultiGauge.builder("fairlead.queue.oldest.age")
                .description("How long the oldest job has waited that waits for nothing but a worker, by process")
                .baseUnit("seconds")
                .register(meters);
        lease("fairlead.leases.held", "Jobs that a worker has leased", Leases::held);
        lease("fairlead.leases.overdue", "Leases that have expired and are not taken back", Leases::overdue);
        lease("fairlead.leases.workers", "Workers that hold a lease", Leases::workers);
        AFTER_A_CRASH.forEach(this::crashes);
    }

    private void lease(String name, String description, ToDoubleFunction<Leases> value) {
        Gauge.builder(name, this, now -> value.applyAsDouble(now.leases))
                .description(description)
                .register(meters);
    }

    /** These leases expired, and the jobs are as they are now. */
    void expired(List<Job> rescued) {
        rescued.forEach(job -> crashes(job.state()).increment());
    }

    private Counter crashes(JobState state) {
        return Counter.builder("fairlead.leases.expired")
                .description("Leases taken back from workers that went silent, by what became of the job")
                .tag("state", state.label())
                .register(meters);
    }

    /** Measures what is in the database. */
    @Scheduled(every = "${fairlead.metrics.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        Instant now = clock.instant();
        return Measurement.of(
                "queue",
                queue.depth(now)
                        .invoke(this::show)
                        .chain(() -> queue.leases(now))
                        .invoke(measured -> leases = measured));
    }

    private void show(List<Depth> depths) {
        jobs.register(
                rows(
                        depths.stream(),
                        depth -> Tags.of("state", depth.state(), "process", depth.process()),
                        Depth::jobs),
                true);
        ages.register(
                rows(
                        depths.stream().filter(depth -> depth.state().equals(JobState.QUEUED.label())),
                        depth -> Tags.of("process", depth.process()),
                        Depth::age),
                true);
    }

    private static List<Row<?>> rows(Stream<Depth> depths, Function<Depth, Tags> tags, ToDoubleFunction<Depth> value) {
        return depths.<Row<?>>map(depth -> Row.of(tags.apply(depth), value.applyAsDouble(depth)))
                .toList();
    }
}
