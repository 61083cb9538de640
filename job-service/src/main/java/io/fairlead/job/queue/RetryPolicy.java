package io.fairlead.job.queue;

import io.fairlead.core.Computation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a failed attempt is followed by another: exponential back-off with jitter, so that jobs which failed together do
 * not come back together.
 *
 * @param maxErrors how many errors of the process end a job
 * @param firstPause the pause after the first attempt, before jitter
 * @param longestPause what the doubling ends at
 * @param patience how long a job waits for another service, counted from its submission
 */
@Computation
public record RetryPolicy(int maxErrors, Duration firstPause, Duration longestPause, Duration patience) {

    private static final int MOST_DOUBLINGS = 30;

    /**
     * When to try again after an error of the process; empty when it was the last one allowed.
     *
     * @param errors how many errors there were, this one included
     * @param jitter 0 (inclusive) to 1 (exclusive), random
     */
    public Optional<Instant> afterError(int errors, Instant now, double jitter) {
        return errors >= maxErrors ? Optional.empty() : Optional.of(now.plus(pause(errors, jitter)));
    }

    /**
     * When to try again after another service was away; empty when the job has waited long enough.
     *
     * @param attempt the number of the attempt that failed
     */
    public Optional<Instant> afterUnavailable(Instant created, int attempt, Instant now, double jitter) {
        return now.isBefore(created.plus(patience)) ? Optional.of(now.plus(pause(attempt, jitter))) : Optional.empty();
    }

    /** Half of the doubled pause is certain, the other half is drawn. */
    Duration pause(int failures, double jitter) {
        long doubled = firstPause.toMillis() << Math.min(MOST_DOUBLINGS, Math.max(0, failures - 1));
        long pause = Math.min(longestPause.toMillis(), Math.max(doubled, firstPause.toMillis()));
        return Duration.ofMillis(Math.round(pause / 2.0 * (1 + jitter)));
    }
}
