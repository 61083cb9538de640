package io.fairlead.job.webhook;

import io.fairlead.core.Computation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a delivery that failed is tried again.
 *
 * @param pauses after the first try, the second and so on
 */
@Computation
record DeliveryPauses(List<Duration> pauses) {

    private static final double SPREAD = 0.2;
    private static final Duration LONGEST_WISH = Duration.ofDays(1);

    /**
     * The pause after a try; empty when that was the last.
     *
     * @param attempt the number of the try, from 1
     * @param wish the pause that the receiver asked for, at most a day of it is granted; null if it did not
     * @param random from 0 to 1, so that receivers that were away are not called by all at once
     */
    Optional<Duration> after(int attempt, Duration wish, double random) {
        if (attempt > pauses.size()) {
            return Optional.empty();
        }
        double factor = 1 - SPREAD + 2 * SPREAD * random;
        Duration pause = Duration.ofMillis(Math.round(pauses.get(attempt - 1).toMillis() * factor));
        Duration granted = wish == null || wish.compareTo(LONGEST_WISH) < 0 ? wish : LONGEST_WISH;
        return Optional.of(granted != null && granted.compareTo(pause) > 0 ? granted : pause);
    }
}
