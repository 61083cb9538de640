package io.fairlead.telemetry.window;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Windows of power in the most obvious way: every window is held against every reading, all in decimals. */
public final class SlowPower {

    private static final long W = QuarterHours.LENGTH;
    private final Closed closed;
    private final long maxGap;

    public SlowPower(Closed closed, long maxGap) {
        this.closed = closed;
        this.maxGap = maxGap;
    }

    /** By their mean. */
    public List<Window> mean(Collection<PowerReading> readings) {
        List<Window> windows = new ArrayList<>();
        for (long end : ends(readings)) {
            List<PowerReading> own = readings.stream()
                    .filter(reading -> holds(end, reading.time()))
                    .toList();
            if (!own.isEmpty()) {
                BigDecimal sum = own.stream().map(PowerReading::kW).reduce(BigDecimal.ZERO, BigDecimal::add);
                long covered = own.stream()
                        .mapToLong(reading -> spoken(reading, own, end - W, end))
                        .sum();
                windows.add(window(end, sum, own.size(), own, covered, WindowMethod.MEAN));
            }
        }
        return windows;
    }

    /** By the time that they speak for. */
    public List<Window> timeWeighted(Collection<PowerReading> readings) {
        List<Window> windows = new ArrayList<>();
        for (long end : ends(readings)) {
            List<PowerReading> own = readings.stream()
                    .filter(reading -> overlap(reading, readings, end) > 0)
                    .toList();
            if (!own.isEmpty()) {
                BigDecimal sum = own.stream()
                        .map(reading -> reading.kW().multiply(BigDecimal.valueOf(overlap(reading, readings, end))))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                long covered = own.stream()
                        .mapToLong(reading -> overlap(reading, readings, end))
                        .sum();
                windows.add(window(end, sum, W, own, covered, WindowMethod.TIME_WEIGHTED));
            }
        }
        return windows;
    }

    private boolean holds(long end, long time) {
        return closed == Closed.LEFT ? end - W <= time && time < end : end - W < time && time <= end;
    }

    private long overlap(PowerReading reading, Collection<PowerReading> all, long end) {
        long gap = spoken(reading, all, Long.MIN_VALUE, Long.MAX_VALUE);
        long from = closed == Closed.LEFT ? reading.time() : reading.time() - gap;
        return Math.max(0, Math.min(from + gap, end) - Math.max(from, end - W));
    }

    /** How long a reading speaks: to its neighbour, or the end of the time looked at, or for the greatest gap. */
    private long spoken(PowerReading reading, Collection<PowerReading> all, long first, long last) {
        long time = reading.time();
        if (closed == Closed.LEFT) {
            long next = all.stream()
                    .mapToLong(PowerReading::time)
                    .filter(other -> other > time)
                    .min()
                    .orElse(last);
            return next - time < 0 ? maxGap : Math.min(next - time, maxGap);
        }
        long previous = all.stream()
                .mapToLong(PowerReading::time)
                .filter(other -> other < time)
                .max()
                .orElse(first);
        return time - previous < 0 ? maxGap : Math.min(time - previous, maxGap);
    }

    private Set<Long> ends(Collection<PowerReading> readings) {
        Set<Long> ends = new TreeSet<>();
        for (PowerReading reading : readings) {
            for (long time = reading.time() - maxGap - W; time <= reading.time() + maxGap + W; time += W) {
                ends.add(Math.floorDiv(time, W) * W + W);
            }
        }
        return ends;
    }

    private static Window window(
            long end, BigDecimal sum, long divisor, List<PowerReading> own, long covered, WindowMethod method) {
        BigDecimal mean = sum.divide(BigDecimal.valueOf(divisor), 6, RoundingMode.HALF_EVEN);
        return new Window(
                end,
                Decimals.plain(mean.multiply(new BigDecimal("0.25"))),
                Decimals.plain(mean),
                Decimals.plain(own.stream()
                        .map(PowerReading::kW)
                        .min(Comparator.naturalOrder())
                        .get()),
                Decimals.plain(own.stream()
                        .map(PowerReading::kW)
                        .max(Comparator.naturalOrder())
                        .get()),
                own.size(),
                (int) (covered / 1_000_000_000L),
                method,
                Set.of());
    }
}
