package io.fairlead.telemetry.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cases that the users described, and those that time-weighting adds; hand-computed. */
class GoldenWindowsTest {

    private static final Duration GAP = Duration.ofMinutes(5);

    @Test
    void shouldPutFourFourFiveAndFourTenIntoFourFifteen() {
        List<Window> windows = new MeanPower(Closed.LEFT, GAP)
                .windows(List.of(power("04:00:00", 1), power("04:05:00", 2), power("04:10:00", 3)));

        assertThat(windows).extracting(Window::end).containsExactly(nanos("04:15:00"));
    }

    @Test
    void shouldMultiplyTheMeanByFifteenSixtieths() {
        List<Window> windows = new MeanPower(Closed.LEFT, GAP)
                .windows(List.of(power("04:00:00", 100), power("04:05:00", 200), power("04:10:00", 600)));

        assertThat(windows).extracting(Window::kWh).containsExactly(new BigDecimal("75"));
    }

    @Test
    void shouldSpreadAnHourlyReportOverFourWindows() {
        List<Window> windows = EnergyWindows.windows(List.of(energy("04:00:00", "05:00:00", 800_000)));

        assertThat(windows).extracting(Window::kWh).containsExactly(kWh(200), kWh(200), kWh(200), kWh(200));
    }

    @Test
    void shouldShareAReportByTheOverlapAtItsEdges() {
        List<Window> windows = EnergyWindows.windows(List.of(energy("04:07:30", "04:37:30", 1_000)));

        assertThat(windows)
                .extracting(Window::kWh)
                .containsExactly(new BigDecimal("0.25"), new BigDecimal("0.5"), new BigDecimal("0.25"));
    }

    @Test
    void shouldWeighEachValueByItsTime() {
        List<Window> windows = new TimeWeightedPower(Closed.LEFT, Duration.ofMinutes(15))
                .windows(List.of(power("04:00:00", 600), power("04:01:00", 60)));

        // 600 kW for a minute is 10 kWh, 60 kW for 14 minutes 14 kWh; one minute more is in the next window.
        assertThat(windows).extracting(Window::kWh).containsExactly(kWh(24), kWh(1));
        assertThat(windows).extracting(Window::count).containsExactly(2, 1);
        assertThat(windows).extracting(Window::coverageSeconds).containsExactly(900, 60);
    }

    @Test
    void shouldHoldAValueOverTheLineBetweenTwoWindows() {
        List<Window> windows = new TimeWeightedPower(Closed.LEFT, GAP).windows(List.of(power("04:13:00", 60)));

        assertThat(windows).extracting(Window::end).containsExactly(nanos("04:15:00"), nanos("04:30:00"));
        assertThat(windows).extracting(Window::kWh).containsExactly(kWh(2), kWh(3));
    }

    @Test
    void shouldHoldAValueBackwardsWhenClosedOnTheRight() {
        List<Window> windows = new TimeWeightedPower(Closed.RIGHT, GAP)
                .windows(List.of(power("04:15:00", 60), power("04:17:00", 120)));

        assertThat(windows).extracting(Window::end).containsExactly(nanos("04:15:00"), nanos("04:30:00"));
        assertThat(windows).extracting(Window::kWh).containsExactly(kWh(5), kWh(4));
    }

    @Test
    void shouldCountNothingForTimeThatNoReadingSpeaksFor() {
        List<Window> windows =
                new TimeWeightedPower(Closed.LEFT, GAP).windows(List.of(power("04:00:00", 60), power("04:30:00", 60)));

        assertThat(windows).extracting(Window::end).containsExactly(nanos("04:15:00"), nanos("04:45:00"));
        assertThat(windows).extracting(Window::kWh).containsExactly(kWh(5), kWh(5));
        assertThat(windows).extracting(Window::coverageSeconds).containsExactly(300, 300);
    }

    private static PowerReading power(String time, long kW) {
        return new PowerReading(nanos(time), BigDecimal.valueOf(kW));
    }

    private static EnergyReport energy(String start, String end, long wh) {
        return new EnergyReport(nanos(start), nanos(end), BigDecimal.valueOf(wh));
    }

    private static BigDecimal kWh(long kWh) {
        return BigDecimal.valueOf(kWh);
    }

    private static long nanos(String time) {
        return QuarterHours.nanos(Instant.parse("2026-01-31T" + time + "Z"));
    }
}
