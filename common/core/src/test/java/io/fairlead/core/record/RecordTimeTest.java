package io.fairlead.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecordTimeTest {

    private static final Instant ISSUED = Instant.parse("2026-01-31T04:00:00Z");
    private static final Instant EXPIRES = Instant.parse("2026-01-31T04:05:00Z");
    private static final Instant LATER = Instant.parse("2026-01-31T09:00:00Z");

    private final RecordTime time = new RecordTime(ISSUED, EXPIRES, Duration.ofMinutes(1));

    @Test
    void shouldBelieveARecordThatWasWrittenWhileItsTokenWasGood() {
        assertThat(time.fault(ISSUED, LATER)).isNull();
        assertThat(time.fault(ISSUED.minusSeconds(60), LATER)).isNull();
        assertThat(time.fault(EXPIRES.minusMillis(1), LATER)).isNull();
        assertThat(new RecordTime(null, EXPIRES, Duration.ZERO).fault(Instant.EPOCH, LATER))
                .isNull();
    }

    @Test
    void shouldRefuseARecordOfAnotherTime() {
        assertThat(time.fault(EXPIRES, LATER)).contains("had expired");
        assertThat(time.fault(ISSUED.minusSeconds(61), LATER)).contains("before its access token");
        assertThat(time.fault(EXPIRES.minusSeconds(60), ISSUED)).contains("ahead of ours");
    }
}
