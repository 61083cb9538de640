package io.fairlead.job.worker;

import io.fairlead.job.queue.Job;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** How long jobs wait and run, and how they end, by process. */
@ApplicationScoped
public class AttemptMetrics {

    private final MeterRegistry meters;

    AttemptMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /** A job was claimed: from when it was ready until now it waited. */
    void began(Job job) {
        Timer.builder("fairlead.jobs.wait")
                .description("From ready to claimed")
                .tag("process", job.process())
                .register(meters)
                .record(Duration.between(job.readyAt(), job.attemptStartedAt()));
    }

    /** An attempt has ended and its job is in this state. */
    void ended(Job job) {
        Timer.builder("fairlead.jobs.attempt")
                .description("From claimed to ended")
                .tag("process", job.process())
                .tag("state", job.state().label())
                .register(meters)
                .record(Duration.between(job.attemptStartedAt(), job.updatedAt()));
    }
}
