package io.fairlead.job.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final double MOST = Math.nextDown(1.0);

    private final RetryPolicy policy =
            new RetryPolicy(3, Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofHours(1));

    @Test
    void shouldDoubleThePauseWithEachFailure() {
        assertThat(policy.pause(1, MOST)).isEqualTo(Duration.ofSeconds(1));
        assertThat(policy.pause(2, MOST)).isEqualTo(Duration.ofSeconds(2));
        assertThat(policy.pause(4, MOST)).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void shouldNeverPauseLongerThanTheLongest() {
        assertThat(policy.pause(5, MOST)).isEqualTo(Duration.ofSeconds(10));
        assertThat(policy.pause(Integer.MAX_VALUE, MOST)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void shouldDrawOnlyHalfOfThePause() {
        assertThat(policy.pause(1, 0)).isEqualTo(Duration.ofMillis(500));
        assertThat(policy.pause(1, 0.5)).isEqualTo(Duration.ofMillis(750));
    }

    @Test
    void shouldGiveUpAfterTheLastError() {
        assertThat(policy.afterError(2, NOW, 0)).contains(NOW.plusSeconds(1));
        assertThat(policy.afterError(3, NOW, 0)).isEmpty();
    }

    @Test
    void shouldWaitForAnotherServiceUntilPatienceEnds() {
        assertThat(policy.afterUnavailable(NOW.minus(Duration.ofMinutes(59)), 100, NOW, 0))
                .contains(NOW.plusSeconds(5));
        assertThat(policy.afterUnavailable(NOW.minus(Duration.ofHours(1)), 100, NOW, 0))
                .isEmpty();
    }
}
