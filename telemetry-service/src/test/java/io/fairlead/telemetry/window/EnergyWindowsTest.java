package io.fairlead.telemetry.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnergyWindowsTest {

    @Test
    void shouldSpreadOverFourWindowsWhenAReportIsHourly() {
        List<Window> windows = EnergyWindows.windows(List.of(report("04:00:00", "05:00:00", "1000")));

        assertThat(windows).extracting(Window::kWh).containsExactly(kWh("0.25"), kWh("0.25"), kWh("0.25"), kWh("0.25"));
        assertThat(windows)
                .extracting(Window::end)
                .startsWith(nanos("04:15:00"))
                .endsWith(nanos("05:00:00"));
        assertThat(windows).extracting(Window::meanKW).containsOnly(new BigDecimal("1"));
        assertThat(windows).extracting(Window::coverageSeconds).containsOnly(900);
    }

    @Test
    void shouldGiveTheRemainderToTheLastWindow() {
        List<Window> windows = EnergyWindows.windows(List.of(report("04:00:00", "05:00:00", "10")));

        assertThat(windows)
                .extracting(Window::kWh)
                .containsExactly(kWh("0.002"), kWh("0.002"), kWh("0.002"), kWh("0.004"));
    }

    @Test
    void shouldSpreadInProportionWhenAReportOverlapsTheEdges() {
        List<Window> windows = EnergyWindows.windows(List.of(report("04:10:00", "04:40:00", "3000")));

        assertThat(windows).extracting(Window::kWh).containsExactly(kWh("0.5"), kWh("1.5"), kWh("1"));
        assertThat(windows).extracting(Window::coverageSeconds).containsExactly(300, 900, 600);
    }

    @Test
    void shouldCountOverlappingTimeOnceInTheCoverage() {
        List<Window> windows = EnergyWindows.windows(
                List.of(report("04:00:00", "04:10:00", "100"), report("04:05:00", "04:15:00", "100")));

        assertThat(windows)
                .singleElement()
                .returns(900, Window::coverageSeconds)
                .returns(2, Window::count)
                .returns(kWh("0.2"), Window::kWh);
    }

    @Test
    void shouldReachBackToThePreviousReportWhenThereIsNoStart() {
        List<Window> windows =
                EnergyWindows.windows(List.of(report("04:15:00", "04:15:00", "70"), point("04:45:00", "50")));

        assertThat(windows).extracting(Window::kWh).containsExactly(kWh("0.07"), kWh("0.025"), kWh("0.025"));
    }

    @Test
    void shouldNotLoseAWattHourWhenTheReportHasALongFraction() {
        List<Window> windows = EnergyWindows.windows(List.of(report("04:00:00", "04:20:00", "3333.333333333333")));

        assertThat(windows).extracting(Window::kWh).containsExactly(kWh("2.5"), kWh("0.833333333333333"));
    }

    private static EnergyReport point(String end, String wh) {
        return report(end, end, wh);
    }

    private static EnergyReport report(String start, String end, String wh) {
        return new EnergyReport(nanos(start), nanos(end), new BigDecimal(wh));
    }

    private static BigDecimal kWh(String text) {
        return new BigDecimal(text);
    }

    private static long nanos(String time) {
        return QuarterHours.nanos(Instant.parse("2026-01-31T" + time + "Z"));
    }
}
