package io.fairlead.job.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PeriodTest {

    @Test
    void shouldKeepTimesThatAreEdgesOfWindows() {
        Period period = Period.covering(at("04:00:00"), at("04:30:00"));

        assertThat(period).isEqualTo(new Period(at("04:00:00"), at("04:30:00")));
        assertThat(period.windows()).isEqualTo(2);
    }

    @Test
    void shouldWidenToWholeWindows() {
        assertThat(Period.covering(at("04:14:59"), at("04:15:01")))
                .isEqualTo(new Period(at("04:00:00"), at("04:30:00")));
        assertThat(Period.covering(at("04:00:00"), at("04:00:00").plusNanos(1)))
                .isEqualTo(new Period(at("04:00:00"), at("04:15:00")));
    }

    @Test
    void shouldLabelWindowsByTheirRightEnd() {
        assertThat(new Period(at("04:00:00"), at("04:30:00")).windowEnds())
                .containsExactly(at("04:15:00"), at("04:30:00"));
    }

    @Test
    void shouldCutIntoPartsThatMeet() {
        assertThat(new Period(at("04:00:00"), at("05:15:00")).parts(Duration.ofMinutes(30)))
                .containsExactly(
                        new Period(at("04:00:00"), at("04:30:00")),
                        new Period(at("04:30:00"), at("05:00:00")),
                        new Period(at("05:00:00"), at("05:15:00")));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-01-31T" + time + "Z");
    }
}
