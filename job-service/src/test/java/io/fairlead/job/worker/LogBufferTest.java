package io.fairlead.job.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.job.log.LogLine;
import io.fairlead.job.process.LogLevel;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogBufferTest {

    private final LogBuffer buffer = new LogBuffer(Clock.systemUTC());

    @Test
    void shouldSayAtTheEndHowManyLinesWereLeftOut() {
        write(LogBuffer.MOST + 3);

        assertThat(last()).isEqualTo("3 lines were left out: they came too fast.");
    }

    @Test
    void shouldCountNoLineTwice() {
        write(LogBuffer.MOST + 3);
        List<LogLine> first = buffer.waiting();
        write(2);
        buffer.stored(first);

        assertThat(buffer.waiting()).hasSize(1);
        assertThat(last()).isEqualTo("2 lines were left out: they came too fast.");
        write(1);
        assertThat(buffer.waiting())
                .extracting(LogLine::message)
                .containsExactly("2 lines were left out: they came too fast.", "line");
        buffer.stored(buffer.waiting());
        assertThat(buffer.waiting()).isEmpty();
    }

    @Test
    void shouldSayItAgainWhenItCouldNotBeStored() {
        write(LogBuffer.MOST + 3);
        buffer.waiting();

        assertThat(last()).isEqualTo("3 lines were left out: they came too fast.");
        assertThat(buffer.waiting()).hasSize(LogBuffer.MOST + 1);
    }

    private void write(int lines) {
        IntStream.range(0, lines).forEach(i -> buffer.add(LogLevel.INFO, "line"));
    }

    private String last() {
        List<LogLine> waiting = buffer.waiting();
        return waiting.get(waiting.size() - 1).message();
    }
}
