package io.fairlead.relay.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestLimitTest {

    private static final RequestLimit LIMIT = new RequestLimit(2, 5, Duration.ofSeconds(3));

    @Test
    void shouldTellHowManyRequestsItWouldLetThroughAtOnce() {
        assertThat(LIMIT.left(Double.NEGATIVE_INFINITY)).isEqualTo(5);
        assertThat(LIMIT.left(-60)).isEqualTo(5);
        assertThat(LIMIT.left(-1)).isEqualTo(3);
        assertThat(LIMIT.left(-0.1)).isEqualTo(1);
        assertThat(LIMIT.left(0)).isEqualTo(1);
        assertThat(LIMIT.left(0.5)).isZero();
        assertThat(LIMIT.left(2)).isEqualTo(-3);
    }
}
