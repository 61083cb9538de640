package io.fairlead.telemetry.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The times of readings and of questions are those of RFC 3339, wherever they stand. */
class TimesTest {

    private static final TimeLimits LIMITS =
            new TimeLimits(Instant.parse("2000-01-01T00:00:00Z"), Instant.parse("2030-01-01T00:00:00Z"));

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T04:15:00Z, 2026-01-31T04:15:00Z",
        "2026-01-31t04:15:00.123456789z, 2026-01-31T04:15:00.123456789Z",
        "2026-01-31T04:15:00+23:59, 2026-01-30T04:16:00Z",
        "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z",
    })
    void shouldTakeATimeOfRfc3339(String text, Instant expected) {
        List<String> faults = new ArrayList<>();

        assertThat(LIMITS.nanos(text, faults::add))
                .isEqualTo(expected.getEpochSecond() * 1_000_000_000L + expected.getNano());

        assertThat(faults).isEmpty();
        assertThat(TimeRange.optional(text, null).start()).isEqualTo(expected);
        assertThat(TimeRange.instant(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31T04:15Z",
                "2026-01-31T24:00:00Z",
                "2026-01-31T04:15:00",
                "2026-01-31T04:15:00+01",
                "+12026-01-31T04:15:00Z",
                "2026-02-29T04:15:00Z",
                "2026-01-31T04:15:60Z",
            })
    void shouldRefuseWhatIsNoTimeOfRfc3339(String text) {
        List<String> faults = new ArrayList<>();

        assertThat(LIMITS.nanos(text, faults::add)).isNull();

        assertThat(faults).singleElement().asString().contains("no time with an offset");
        assertThatThrownBy(() -> TimeRange.optional(text, null)).isInstanceOf(HttpProblem.class);
        assertThat(TimeRange.instant(text)).isEmpty();
    }
}
