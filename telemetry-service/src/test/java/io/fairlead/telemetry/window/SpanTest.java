package io.fairlead.telemetry.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpanTest {

    private static final long W = QuarterHours.LENGTH;

    @Test
    void shouldMergeWhenSpansOverlapOrBorder() {
        assertThat(Span.merge(List.of(
                        new Span(4 * W, 5 * W), new Span(0, 2 * W), new Span(W, 3 * W), new Span(3 * W, 4 * W))))
                .containsExactly(new Span(0, 5 * W));
    }

    @Test
    void shouldKeepApartWhenAWindowLiesBetween() {
        assertThat(Span.merge(List.of(Span.around(2 * W, 2 * W), Span.around(0, 0))))
                .containsExactly(new Span(0, W), new Span(2 * W, 3 * W));
    }

    @Test
    void shouldHoldItsOwnWindowsOnly() {
        Span span = new Span(W, 3 * W);

        assertThat(span.holds(W)).isFalse();
        assertThat(span.holds(2 * W)).isTrue();
        assertThat(span.holds(3 * W)).isTrue();
        assertThat(span.holds(4 * W)).isFalse();
    }
}
