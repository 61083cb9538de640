package io.fairlead.relay.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-21T11:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "503, 30, PT30S",
        "429, 30, PT30S",
        "429, 'Sat, 21 Nov 2026 11:01:00 GMT', PT1M",
        "429, 'Sat, 21 Nov 2026 10:59:00 GMT',",
        "429, soon,",
        "200, 30,",
        "301, 30,"
    })
    void shouldSayForHowLongTheServerWantsToBeLeftAlone(int status, String value, Duration rest) {
        assertThat(RetryAfter.of(status, HeaderFields.of("Retry-After", value), NOW)
                        .orElse(null))
                .isEqualTo(rest);
    }
}
