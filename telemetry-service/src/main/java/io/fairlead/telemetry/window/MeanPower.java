package io.fairlead.telemetry.window;

import io.fairlead.core.Computation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Windows from power readings: the mean of a window's readings times 15/60 is its energy.
 *
 * <p>A reading speaks for the time to the next one in its window, or to the window's end, but for no longer than the
 * greatest gap: that makes the coverage.
 */
@Computation
public final class MeanPower {

    private static final BigDecimal HOURS = new BigDecimal("0.25");
    private static final int MILLIWATT = 6;

    private final long maxGap;

    /**
     * @param maxGap how long a reading speaks for at most
     */
    public MeanPower(Duration maxGap) {
        this.maxGap = maxGap.toNanos();
    }

    /** The windows that hold these readings, in order. The readings may come in any order, one per time. */
    public List<Window> windows(Collection<PowerReading> readings) {
        Map<Long, List<PowerReading>> byEnd = new TreeMap<>();
        for (PowerReading reading : readings) {
            byEnd.computeIfAbsent(QuarterHours.endOf(reading.time()), end -> new ArrayList<>())
                    .add(reading);
        }
        List<Window> windows = new ArrayList<>(byEnd.size());
        byEnd.forEach((end, own) -> windows.add(window(end, own)));
        return windows;
    }

    private Window window(long end, List<PowerReading> readings) {
        readings.sort(Comparator.comparingLong(PowerReading::time));
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal min = readings.get(0).kW();
        BigDecimal max = min;
        long covered = 0;
        for (int i = 0; i < readings.size(); i++) {
            BigDecimal kW = readings.get(i).kW();
            sum = sum.add(kW);
            min = min.min(kW);
            max = max.max(kW);
            long next = i + 1 < readings.size() ? readings.get(i + 1).time() : end;
            covered += Math.min(maxGap, next - readings.get(i).time());
        }
        BigDecimal mean = sum.divide(BigDecimal.valueOf(readings.size()), MILLIWATT, RoundingMode.HALF_EVEN);
        return new Window(
                end,
                Decimals.plain(mean.multiply(HOURS)),
                Decimals.plain(mean),
                Decimals.plain(min),
                Decimals.plain(max),
                readings.size(),
                Decimals.wholeSeconds(covered));
    }
}
