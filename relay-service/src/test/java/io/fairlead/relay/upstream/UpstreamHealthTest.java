package io.fairlead.relay.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UpstreamHealthTest {

    private static final Instant NOW = Instant.parse("2026-11-21T11:00:00Z");
    private static final Instant RESTED = NOW.plusSeconds(5);

    private final UpstreamHealth health = new UpstreamHealth();

    @Test
    void shouldBeLeftAloneAfterSeveralFailuresInARow() {
        fail(4);
        assertThat(health.rest(NOW)).isZero();

        fail(1);
        assertThat(health.rest(NOW)).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(5));
    }

    @Test
    void shouldNotBeLeftAloneWhenAnAnswerCameInBetween() {
        fail(4);
        health.answered();
        fail(4);

        assertThat(health.rest(NOW)).isZero();
    }

    @Test
    void shouldNotTakeWhoLooksOnForTheOneWhoTries() {
        fail(5);

        assertThat(health.resting(NOW)).isPositive();
        assertThat(health.resting(RESTED)).isZero();
        assertThat(health.rest(RESTED)).isZero();
        assertThat(health.resting(RESTED)).isPositive();
    }

    @Test
    void shouldLetOneTryWhetherItIsBackAndThenAll() {
        fail(5);

        assertThat(health.rest(RESTED)).isZero();
        assertThat(health.rest(RESTED)).isPositive();
        health.answered();
        assertThat(health.rest(RESTED)).isZero();
        assertThat(health.rest(RESTED)).isZero();
    }

    @Test
    void shouldBeLeftAloneForAsLongAsItAsksButNotForever() {
        health.askedForRest(Duration.ofSeconds(30), NOW);
        health.askedForRest(Duration.ofSeconds(10), NOW);
        assertThat(health.rest(NOW)).isEqualTo(Duration.ofSeconds(30));
        assertThat(health.rest(NOW.plusSeconds(30))).isZero();

        health.askedForRest(Duration.ofDays(9), NOW);
        assertThat(health.rest(NOW)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void shouldBeWorthALineAMinuteAtMost() {
        assertThat(health.failed(NOW)).isTrue();
        assertThat(health.answered()).isTrue();

        assertThat(health.failed(NOW.plusSeconds(59))).isFalse();
        assertThat(health.answered()).isFalse();
        assertThat(health.failed(NOW.plusSeconds(60))).isTrue();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            health.failed(NOW);
        }
    }
}
