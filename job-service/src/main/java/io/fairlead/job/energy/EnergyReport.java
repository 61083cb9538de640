package io.fairlead.job.energy;

import io.fairlead.core.Computation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A vessel's energy over a period. Windows without readings count 0 kWh, as they do wherever energy is summed; coverage
 * and gaps say how much of the sum that is.
 *
 * @param gaps the longest ones, at most 100, in the order of time
 * @param moreGaps how many others there are
 */
@Computation
public record EnergyReport(
        String vessel,
        Instant start,
        Instant end,
        BigDecimal kWh,
        BigDecimal meanKW,
        BigDecimal peakKW,
        Instant peakWindow,
        BigDecimal coverage,
        int windows,
        int expectedWindows,
        List<Gap> gaps,
        int moreGaps) {

    private static final int MOST_GAPS = 100;

    private static final int POWER_SCALE = 3;
    private static final int SHARE_SCALE = 4;

    /** A stretch of windows without any reading. */
    public record Gap(Instant start, Instant end, Duration duration) {

        static Gap of(Instant start, Instant end) {
            return new Gap(start, end, Duration.between(start, end));
        }
    }

    /**
     * Sums up.
     *
     * @param found windows in any order; those outside of the period or without readings are left out
     */
    public static EnergyReport of(String vessel, Period period, Collection<EnergyWindow> found) {
        Map<Instant, EnergyWindow> byEnd = found.stream()
                .filter(EnergyWindow::hasReadings)
                .filter(window ->
                        window.end().isAfter(period.start()) && !window.end().isAfter(period.end()))
                .collect(Collectors.toMap(EnergyWindow::end, window -> window, (first, second) -> second));
        Collection<EnergyWindow> windows = byEnd.values();
        BigDecimal kWh = windows.stream().map(EnergyWindow::kWh).reduce(BigDecimal.ZERO, BigDecimal::add);
        Optional<EnergyWindow> peak = peak(windows);
        List<Gap> gaps = gaps(period, byEnd);
        return new EnergyReport(
                vessel,
                period.start(),
                period.end(),
                kWh,
                windows.isEmpty() ? null : meanKW(kWh, windows.size()),
                peak.map(EnergyWindow::highestKW).orElse(null),
                peak.map(EnergyWindow::end).orElse(null),
                coverage(windows, period),
                windows.size(),
                period.windows(),
                longest(gaps),
                Math.max(0, gaps.size() - MOST_GAPS));
    }

    private static BigDecimal meanKW(BigDecimal kWh, int windows) {
        return kWh.multiply(BigDecimal.valueOf(Period.WINDOWS_PER_HOUR))
                .divide(BigDecimal.valueOf(windows), POWER_SCALE, RoundingMode.HALF_EVEN);
    }

    /** The window with the highest power, the earliest of several. */
    private static Optional<EnergyWindow> peak(Collection<EnergyWindow> windows) {
        return windows.stream()
                .max(Comparator.comparing(EnergyWindow::highestKW)
                        .thenComparing(EnergyWindow::end, Comparator.reverseOrder()));
    }

    private static BigDecimal coverage(Collection<EnergyWindow> windows, Period period) {
        long seconds = windows.stream()
                .mapToLong(window -> Math.min(window.coverageSeconds(), Period.WINDOW.toSeconds()))
                .sum();
        return BigDecimal.valueOf(seconds)
                .divide(BigDecimal.valueOf(period.length().toSeconds()), SHARE_SCALE, RoundingMode.HALF_EVEN);
    }

    private static List<Gap> gaps(Period period, Map<Instant, EnergyWindow> byEnd) {
        List<Gap> gaps = new ArrayList<>();
        Instant covered = period.start();
        for (Instant end : (Iterable<Instant>) period.windowEnds()::iterator) {
            if (byEnd.containsKey(end)) {
                Instant begin = end.minus(Period.WINDOW);
                if (covered.isBefore(begin)) {
                    gaps.add(Gap.of(covered, begin));
                }
                covered = end;
            }
        }
        if (covered.isBefore(period.end())) {
            gaps.add(Gap.of(covered, period.end()));
        }
        return gaps;
    }

    private static List<Gap> longest(List<Gap> gaps) {
        return gaps.stream()
                .sorted(Comparator.comparing(Gap::duration).reversed())
                .limit(MOST_GAPS)
                .sorted(Comparator.comparing(Gap::start))
                .toList();
    }
}
