package io.fairlead.job.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FreeThreadsTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private final FreeThreads threads = new FreeThreads(8);

    @Test
    void shouldTakeAllThatAreFree() throws InterruptedException {
        assertThat(threads.take(LONG)).isEqualTo(8);
        assertThat(threads.take(Duration.ZERO)).isZero();

        threads.giveBack(3);

        assertThat(threads.take(LONG)).isEqualTo(3);
    }

    @Test
    void shouldTakeManyOnlyWhenHalfAreFree() throws InterruptedException {
        threads.take(LONG);
        threads.giveBack(3);
        assertThat(threads.takeMany(Duration.ZERO)).isZero();

        threads.giveBack(2);

        assertThat(threads.takeMany(LONG)).isEqualTo(5);
    }

    @Test
    void shouldTakeTheOnlyThread() throws InterruptedException {
        assertThat(new FreeThreads(1).takeMany(LONG)).isEqualTo(1);
    }
}
