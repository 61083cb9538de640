package io.fairlead.job.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnergyReportTest {

    private static final Period HOUR =
            Period.covering(Instant.parse("2026-01-31T04:00:00Z"), Instant.parse("2026-01-31T05:00:00Z"));

    @Test
    void shouldSumUpWhenEveryWindowIsThere() {
        EnergyReport report = EnergyReport.of(
                "MV102",
                HOUR,
                List.of(
                        window("04:15", "100", "420"),
                        window("04:30", "200", "900"),
                        window("04:45", "50.5", "210"),
                        window("05:00", "25.25", "110")));

        assertThat(report.kWh()).isEqualByComparingTo("375.75");
        assertThat(report.meanKW()).isEqualByComparingTo("375.75");
        assertThat(report.peakKW()).isEqualByComparingTo("900");
        assertThat(report.peakWindow()).isEqualTo(at("04:30"));
        assertThat(report.coverage()).isEqualByComparingTo("1");
        assertThat(report.gaps()).isEmpty();
    }

    @Test
    void shouldNameGapsAtTheEdgesAndBetween() {
        EnergyReport report = EnergyReport.of("MV102", HOUR, List.of(window("04:30", "10", "40")));

        assertThat(report.windows()).isEqualTo(1);
        assertThat(report.expectedWindows()).isEqualTo(4);
        assertThat(report.coverage()).isEqualByComparingTo("0.25");
        assertThat(report.meanKW()).isEqualByComparingTo("40");
        assertThat(report.gaps())
                .containsExactly(
                        new EnergyReport.Gap(at("04:00"), at("04:15"), Duration.ofMinutes(15)),
                        new EnergyReport.Gap(at("04:30"), at("05:00"), Duration.ofMinutes(30)));
    }

    @Test
    void shouldCountNothingWhenThereAreNoReadings() {
        EnergyReport report =
                EnergyReport.of("MV102", HOUR, List.of(new EnergyWindow(at("04:15"), BigDecimal.ZERO, null, 0, 0)));

        assertThat(report.kWh()).isZero();
        assertThat(report.meanKW()).isNull();
        assertThat(report.peakKW()).isNull();
        assertThat(report.peakWindow()).isNull();
        assertThat(report.coverage()).isZero();
        assertThat(report.gaps()).containsExactly(new EnergyReport.Gap(at("04:00"), at("05:00"), Duration.ofHours(1)));
    }

    @Test
    void shouldTakeThePeakFromTheEnergyWhenPowerIsUnknown() {
        EnergyReport report = EnergyReport.of(
                "MV102",
                HOUR,
                List.of(
                        new EnergyWindow(at("04:15"), new BigDecimal("30"), null, 1, 900),
                        window("04:30", "20", "119")));

        assertThat(report.peakKW()).isEqualByComparingTo("120");
        assertThat(report.peakWindow()).isEqualTo(at("04:15"));
    }

    @Test
    void shouldLeaveOutWindowsOfAnotherPeriod() {
        EnergyReport report =
                EnergyReport.of("MV102", HOUR, List.of(window("04:00", "1", "1"), window("05:15", "1", "1")));

        assertThat(report.windows()).isZero();
    }

    @Test
    void shouldListTheLongestGapsAndCountTheOthers() {
        // Every second of 300 windows has no readings, and number 150 has none either: 149 gaps, one of three windows.
        Period period = new Period(at("00:00"), at("00:00").plus(Duration.ofHours(75)));
        List<Instant> ends = period.windowEnds().toList();
        List<EnergyWindow> known = IntStream.range(0, ends.size())
                .filter(i -> i % 2 == 0 && i != 150)
                .mapToObj(i -> new EnergyWindow(ends.get(i), BigDecimal.ONE, null, 1, 900))
                .toList();

        EnergyReport report = EnergyReport.of("MV102", period, known);

        assertThat(report.gaps()).hasSize(100).isSortedAccordingTo(Comparator.comparing(EnergyReport.Gap::start));
        assertThat(report.gaps()).contains(EnergyReport.Gap.of(ends.get(148), ends.get(151)));
        assertThat(report.moreGaps()).isEqualTo(49);
    }

    private static EnergyWindow window(String end, String kWh, String maxKW) {
        return new EnergyWindow(at(end), new BigDecimal(kWh), new BigDecimal(maxKW), 3, 900);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-01-31T" + time + ":00Z");
    }
}
