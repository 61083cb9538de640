package io.fairlead.telemetry.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CounterWindowsTest {

    @Test
    void shouldSpreadTheDifferenceBetweenReadings() {
        List<Window> windows =
                CounterWindows.windows(List.of(reading("05:00:00", 10_400), reading("04:00:00", 10_000)));

        assertThat(windows)
                .extracting(Window::end)
                .startsWith(nanos("04:15:00"))
                .endsWith(nanos("05:00:00"));
        assertThat(windows).extracting(Window::kWh).containsOnly(new BigDecimal("0.1"));
        assertThat(windows).extracting(Window::coverageSeconds).containsOnly(900);
        assertThat(windows).extracting(Window::method).containsOnly(WindowMethod.DIFFERENCE);
        assertThat(windows).extracting(Window::flags).containsOnly(Set.of());
    }

    @Test
    void shouldSayNothingWhenACounterIsReadForTheFirstTime() {
        assertThat(CounterWindows.windows(List.of(reading("04:00:00", 10_000)))).isEmpty();
    }

    @Test
    void shouldCountFromZeroWhenACounterIsReset() {
        List<Window> windows = CounterWindows.windows(
                List.of(reading("04:00:00", 10_000), reading("04:15:00", 8_999), reading("04:30:00", 9_099)));

        assertThat(windows).extracting(Window::kWh).containsExactly(new BigDecimal("8.999"), new BigDecimal("0.1"));
        assertThat(windows).extracting(Window::flags).containsExactly(Set.of(WindowFlag.COUNTER_RESET), Set.of());
    }

    @Test
    void shouldCountNothingAndFlagItWhenACounterGoesBackALittle() {
        List<Window> windows = CounterWindows.windows(
                List.of(reading("04:00:00", 10_000), reading("04:15:00", 9_000), reading("04:30:00", 9_100)));

        assertThat(windows).extracting(Window::kWh).containsExactly(new BigDecimal("0"), new BigDecimal("0.1"));
        assertThat(windows).extracting(Window::coverageSeconds).containsExactly(900, 900);
        assertThat(windows).extracting(Window::flags).containsExactly(Set.of(WindowFlag.COUNTER_DROP), Set.of());
    }

    @Test
    void shouldCoverEveryMinuteWhenACounterStandsStill() {
        List<Window> windows = CounterWindows.windows(List.of(reading("04:00:00", 7), reading("04:30:00", 7)));

        assertThat(windows).extracting(Window::kWh).containsExactly(BigDecimal.ZERO, BigDecimal.ZERO);
        assertThat(windows).extracting(Window::coverageSeconds).containsExactly(900, 900);
    }

    private static CounterReading reading(String time, long wh) {
        return new CounterReading(nanos(time), BigDecimal.valueOf(wh));
    }

    private static long nanos(String time) {
        return QuarterHours.nanos(Instant.parse("2026-01-31T" + time + "Z"));
    }
}
