package io.fairlead.job.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryPausesTest {

    private final DeliveryPauses pauses = new DeliveryPauses(List.of(Duration.ofSeconds(10), Duration.ofMinutes(10)));

    @Test
    void shouldSpreadThePausesByAFifth() {
        assertThat(pauses.after(1, null, 0)).contains(Duration.ofSeconds(8));
        assertThat(pauses.after(1, null, 0.5)).contains(Duration.ofSeconds(10));
        assertThat(pauses.after(2, null, 1)).contains(Duration.ofMinutes(12));
    }

    @Test
    void shouldGiveUpAfterTheLastPause() {
        assertThat(pauses.after(3, null, 0.5)).isEmpty();
        assertThat(pauses.after(3, Duration.ofSeconds(1), 0.5)).isEmpty();
    }

    @Test
    void shouldWaitAsLongAsTheReceiverAsksForButNoMoreThanADay() {
        assertThat(pauses.after(1, Duration.ofMinutes(1), 0.5)).contains(Duration.ofMinutes(1));
        assertThat(pauses.after(1, Duration.ofSeconds(1), 0.5)).contains(Duration.ofSeconds(10));
        assertThat(pauses.after(1, Duration.ofDays(9), 0.5)).contains(Duration.ofDays(1));
    }
}
