package io.fairlead.job.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class EnergyReportPropertyTest {

    @Property(tries = 200)
    void shouldAccountForEveryWindowOfTheDayOnce(
            @ForAll @Size(min = 96, max = 96) List<@IntRange(min = 0, max = 1000) Integer> kWh, @ForAll long seed) {
        Period day = Period.covering(Instant.parse("2026-01-31T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"));
        List<EnergyWindow> windows = new ArrayList<>();
        List<Instant> ends = day.windowEnds().toList();
        for (int i = 0; i < ends.size(); i++) {
            boolean known = kWh.get(i) > 300;
            windows.add(
                    new EnergyWindow(ends.get(i), BigDecimal.valueOf(known ? kWh.get(i) : 0), null, known ? 3 : 0, 0));
        }
        Collections.shuffle(windows, new Random(seed));

        EnergyReport report = EnergyReport.of("MV102", day, windows);

        long gaps = report.gaps().stream()
                .mapToLong(gap -> gap.duration().toMinutes() / 15)
                .sum();
        assertThat(report.windows() + gaps).isEqualTo(report.expectedWindows());
        assertThat(report.kWh())
                .isEqualByComparingTo(BigDecimal.valueOf(kWh.stream()
                        .filter(value -> value > 300)
                        .mapToInt(value -> value)
                        .sum()));
    }
}
