package io.fairlead.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.cli.CommandFailure;
import io.fairlead.cli.Exit;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Spans of time on the command line. */
class PeriodTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"30s,PT30S", "90m,PT90M", "24h,PT24H", "7d,PT168H", "2w,PT336H", "pt1h30m,PT90M"})
    void shouldGoBackFromNow(String last, Duration length) {
        Period period = parsed("--last", last);

        assertThat(period.end()).isEqualTo(NOW);
        assertThat(period.start()).isEqualTo(NOW.minus(length));
    }

    @Test
    void shouldBeADayWhenNothingIsSaid() {
        assertThat(parsed().start()).isEqualTo(NOW.minus(Duration.ofDays(1)));
    }

    @Test
    void shouldTakeTimesOfAnyOffset() {
        Period period = parsed("--start", "2026-01-30T00:00:00+01:00", "--end", "2026-01-30T12:00:00Z");

        assertThat(period.start()).isEqualTo("2026-01-29T23:00:00Z");
        assertThat(period.end()).isEqualTo("2026-01-30T12:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--last=3x", "--last=-PT1H", "--last=", "--start=yesterday", "--end=2026-01-30"})
    void shouldNameTheOptionThatCannotBeRead(String option) {
        assertThatThrownBy(() -> parsed(option).start())
                .isInstanceOfSatisfying(CommandFailure.class, failure -> assertThat(failure.exit())
                        .isEqualTo(Exit.USAGE))
                .hasMessageStartingWith(option.substring(0, option.indexOf('=')));
    }

    @Test
    void shouldRefuseTwoWaysToSayTheStart() {
        assertThatThrownBy(() -> parsed("--start", "2026-01-30T00:00:00Z", "--last", "1h")
                        .start())
                .hasMessageContaining("--start and --last");
    }

    private static Period parsed(String... arguments) {
        @Command
        class Holder {}
        Period period = new Period(NOW);
        CommandLine line = new CommandLine(new Holder());
        line.addMixin("period", period);
        line.parseArgs(arguments);
        return period;
    }
}
