package io.fairlead.telemetry.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeanPowerTest {

    private final MeanPower power = new MeanPower(Closed.LEFT, Duration.ofMinutes(5));

    @Test
    void shouldLabelByTheRightEndWhenReadingsLieInOneWindow() {
        List<Window> windows =
                power.windows(List.of(reading("04:10:00", "30"), reading("04:00:00", "10"), reading("04:05:00", "20")));

        assertThat(windows)
                .containsExactly(new Window(
                        nanos("04:15:00"),
                        new BigDecimal("5"),
                        new BigDecimal("20"),
                        new BigDecimal("10"),
                        new BigDecimal("30"),
                        3,
                        900,
                        WindowMethod.MEAN,
                        Set.of()));
    }

    @Test
    void shouldBeginTheNextWindowWhenAReadingLiesOnTheEnd() {
        List<Window> windows = power.windows(List.of(reading("04:14:59.999999999", "1"), reading("04:15:00", "2")));

        assertThat(windows).extracting(Window::end).containsExactly(nanos("04:15:00"), nanos("04:30:00"));
    }

    @Test
    void shouldMultiplyTheMeanByAQuarterOfAnHour() {
        Window window = power.windows(List.of(reading("04:01:00", "812.5"))).get(0);

        assertThat(window.kWh()).isEqualByComparingTo("203.125");
        assertThat(window.meanKW()).isEqualByComparingTo("812.5");
    }

    @Test
    void shouldCoverNoMoreThanTheGreatestGapWhenReadingsAreMissing() {
        Window window = power.windows(List.of(reading("04:00:00", "1"), reading("04:12:00", "1")))
                .get(0);

        assertThat(window.coverageSeconds()).isEqualTo(300 + 180);
    }

    @Test
    void shouldTakeTheReadingOnTheEndWhenClosedOnTheRight() {
        List<Window> windows = new MeanPower(Closed.RIGHT, Duration.ofMinutes(5))
                .windows(List.of(
                        reading("04:00:00", "60"),
                        reading("04:05:00", "10"),
                        reading("04:10:00", "20"),
                        reading("04:15:00", "30")));

        assertThat(windows).extracting(Window::end).containsExactly(nanos("04:00:00"), nanos("04:15:00"));
        assertThat(windows).extracting(Window::kWh).containsExactly(new BigDecimal("15"), new BigDecimal("5"));
        assertThat(windows).extracting(Window::coverageSeconds).containsExactly(300, 900);
    }

    @Test
    void shouldKeepEveryDigitWhenAReadingIsNoWholeNumberOfMilliwatts() {
        Window window = power.windows(List.of(reading("04:01:00", "0.0000001"), reading("04:02:00", "8000000000000")))
                .get(0);

        assertThat(window.minKW()).isEqualTo(new BigDecimal("0.0000001"));
        assertThat(window.maxKW()).isEqualTo(new BigDecimal("8000000000000"));
        assertThat(window.meanKW()).isEqualTo(new BigDecimal("4000000000000"));
    }

    private static PowerReading reading(String time, String kW) {
        return new PowerReading(nanos(time), new BigDecimal(kW));
    }

    private static long nanos(String time) {
        return QuarterHours.nanos(Instant.parse("2026-01-31T" + time + "Z"));
    }
}
