package io.fairlead.job.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetWindowsTest {

    private static final Instant END = Instant.parse("2026-01-31T04:15:00Z");

    @Test
    void shouldAddEnergiesAndMeanCoverages() {
        FleetWindows fleet = new FleetWindows();
        fleet.add(List.of(window(END, "100", 900)));
        fleet.add(List.of(window(END, "50", 300), window(END.plusSeconds(900), "7", 900)));

        assertThat(fleet.windows())
                .containsExactlyInAnyOrder(
                        new EnergyWindow(END, new BigDecimal("150"), null, 2, 600),
                        new EnergyWindow(END.plusSeconds(900), new BigDecimal("7"), null, 1, 450));
    }

    @Test
    void shouldCountAWindowOnceThatIsThereTwice() {
        FleetWindows fleet = new FleetWindows();
        fleet.add(List.of(window(END, "100", 900), window(END, "100", 900)));

        assertThat(fleet.windows()).containsExactly(new EnergyWindow(END, new BigDecimal("100"), null, 1, 900));
    }

    private static EnergyWindow window(Instant end, String kWh, long coverageSeconds) {
        return new EnergyWindow(end, new BigDecimal(kWh), new BigDecimal("999"), 1, coverageSeconds);
    }
}
