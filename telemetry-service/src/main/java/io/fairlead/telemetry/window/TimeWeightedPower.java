package io.fairlead.telemetry.window;

import io.fairlead.core.Computation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Windows from power readings, each weighted by the time that it speaks for: the integral of the last value held (a left
 * Riemann sum, {@code LOCF}), also across the line between two windows. A reading speaks until the next one, but for no
 * longer than the greatest gap; time that none speaks for counts 0. Where windows are closed on the right a reading
 * speaks back to the one before it (a right sum).
 *
 * <p>A value is held, not joined to the next by a line, because that needs nothing from after a window to be final, stays
 * right for meters that report on change, and gives a lone reading its energy.
 */
@Computation
public final class TimeWeightedPower implements PowerWindows {

    private final Closed closed;
    private final long maxGap;

    TimeWeightedPower(Closed closed, Duration maxGap) {
        this.closed = closed;
        this.maxGap = maxGap.toNanos();
    }

    @Override
    public List<Window> windows(Collection<PowerReading> readings) {
        PowerReading[] ordered = PowerWindows.ordered(readings);
        List<Window> windows = new ArrayList<>();
        PowerSum sum = new PowerSum();
        long end = Long.MIN_VALUE;
        for (int i = 0; i < ordered.length; i++) {
            long to = to(ordered, i);
            for (long from = from(ordered, i), cut; from < to; from = cut) {
                if (from >= end) {
                    add(windows, end, sum);
                    sum = new PowerSum();
                    end = QuarterHours.endOf(from);
                }
                cut = Math.min(to, end);
                sum.add(ordered[i], cut - from, cut - from);
            }
        }
        add(windows, end, sum);
        return windows;
    }

    private static void add(List<Window> windows, long end, PowerSum sum) {
        if (sum.count() > 0) {
            windows.add(sum.window(end, QuarterHours.LENGTH, WindowMethod.TIME_WEIGHTED));
        }
    }

    private long from(PowerReading[] ordered, int i) {
        long time = ordered[i].time();
        if (closed == Closed.LEFT) {
            return time;
        }
        return i == 0 ? time - maxGap : Math.max(ordered[i - 1].time(), time - maxGap);
    }

    private long to(PowerReading[] ordered, int i) {
        long time = ordered[i].time();
        if (closed == Closed.RIGHT) {
            return time;
        }
        return i + 1 == ordered.length ? time + maxGap : Math.min(ordered[i + 1].time(), time + maxGap);
    }

    @Override
    public Span touched(long time) {
        return closed == Closed.LEFT
                ? new Span(QuarterHours.startOf(time), QuarterHours.lastEndBefore(time + maxGap))
                : new Span(QuarterHours.startOf(time - maxGap), QuarterHours.lastEndBefore(time));
    }

    @Override
    public Span inputs(Span windows) {
        return closed == Closed.LEFT
                ? new Span(windows.from() - maxGap, windows.to())
                : new Span(windows.from(), windows.to() + maxGap + 1);
    }
}
