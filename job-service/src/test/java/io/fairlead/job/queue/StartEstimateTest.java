package io.fairlead.job.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.job.queue.StartEstimate.Basis;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StartEstimateTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Duration QUICK = Duration.ofMinutes(1);
    private static final Duration SLOW = Duration.ofMinutes(10);

    @Test
    void shouldExpectTheNextJobBetweenNowAndTheEndOfOneSlowJob() {
        assertThat(StartEstimate.of(new Basis(0, 0, 2, QUICK, SLOW), NOW))
                .contains(new StartEstimate(NOW, NOW.plus(SLOW)));
    }

    @Test
    void shouldCountRoundsOfAsManyJobsAsRunAtOnce() {
        assertThat(StartEstimate.of(new Basis(4, 7, 2, QUICK, SLOW), NOW))
                .contains(new StartEstimate(NOW.plus(QUICK.multipliedBy(2)), NOW.plus(SLOW.multipliedBy(4))));
    }

    @Test
    void shouldSayNothingWhenNothingRuns() {
        assertThat(StartEstimate.of(new Basis(0, 0, 0, QUICK, SLOW), NOW)).isEmpty();
    }

    @Test
    void shouldSayNothingWhenNoJobTellsHowLongOneTakes() {
        assertThat(StartEstimate.of(new Basis(0, 0, 2, null, null), NOW)).isEmpty();
    }
}
