package io.fairlead.job.worker;

import io.fairlead.job.process.NonRetryable;
import io.fairlead.job.process.Unavailable;
import io.fairlead.job.queue.Ending;
import io.fairlead.job.queue.Job;
import io.fairlead.job.queue.QueueConfig;
import io.fairlead.job.queue.RetryPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.jboss.logging.Logger;

/** What a process's failure means for its job: the end, or another attempt later. */
@ApplicationScoped
public class Verdict {

    private static final Logger LOG = Logger.getLogger(Verdict.class);

    private final RetryPolicy policy;
    private final DoubleSupplier jitter;

    Verdict(QueueConfig config) {
        this.policy = config.retryPolicy();
        this.jitter = () -> ThreadLocalRandom.current().nextDouble();
    }

    /** What becomes of a job whose attempt ended with this failure. */
    public Ending of(Job job, Throwable failure, Instant now) {
        if (failure instanceof NonRetryable) {
            return Ending.failed(failure.getMessage());
        }
        if (failure instanceof Unavailable) {
            return policy.afterUnavailable(job.createdAt(), job.attempt(), now, jitter.getAsDouble())
                    .map(at -> Ending.unavailable(failure.getMessage(), at))
                    .orElseGet(() -> Ending.failed(failure.getMessage() + " It was waited for long enough."));
        }
        UUID incident = UUID.randomUUID();
        LOG.errorf(failure, "job=%s attempt=%d incident=%s", job.id(), job.attempt(), incident);
        String message = "The process failed; incident " + incident + " was logged.";
        return policy.afterError(job.errors() + 1, now, jitter.getAsDouble())
                .map(at -> Ending.retry(message, at))
                .orElseGet(() -> Ending.failed(message));
    }
}
