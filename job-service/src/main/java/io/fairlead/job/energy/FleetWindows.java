package io.fairlead.job.energy;

import io.fairlead.core.Computation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The windows of several vessels as if they were one: energies added, and of each window the mean of what their readings
 * cover. Their highest readings are left out, for they need not be of one moment: a peak is the highest mean power.
 */
@Computation
final class FleetWindows {

    private final Map<Instant, EnergyWindow> sums = new HashMap<>();
    private int vessels;

    /** Adds a vessel's windows, of which some may be there twice. */
    void add(Collection<EnergyWindow> windows) {
        vessels++;
        windows.stream()
                .filter(EnergyWindow::hasReadings)
                .collect(Collectors.toMap(EnergyWindow::end, window -> window, (first, second) -> second))
                .values()
                .forEach(window -> sums.merge(window.end(), summand(window), FleetWindows::plus));
    }

    /** The sums. */
    Collection<EnergyWindow> windows() {
        return sums.values().stream()
                .map(sum -> new EnergyWindow(
                        sum.end(), sum.kWh(), null, sum.count(), sum.coverageSeconds() / Math.max(1, vessels)))
                .toList();
    }

    private static EnergyWindow summand(EnergyWindow window) {
        long covered = Math.min(window.coverageSeconds(), Period.WINDOW.toSeconds());
        return new EnergyWindow(window.end(), window.kWh(), null, window.count(), covered);
    }

    private static EnergyWindow plus(EnergyWindow one, EnergyWindow other) {
        BigDecimal kWh = one.kWh().add(other.kWh());
        return new EnergyWindow(
                one.end(), kWh, null, one.count() + other.count(), one.coverageSeconds() + other.coverageSeconds());
    }
}
