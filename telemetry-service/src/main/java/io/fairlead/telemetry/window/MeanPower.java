package io.fairlead.telemetry.window;

import io.fairlead.core.Computation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Windows from power readings: the mean of a window's readings times 15/60 is its energy.
 *
 * <p>A reading speaks for the time to the next one in its window, or to the window's end, but for no longer than the
 * greatest gap: that makes the coverage. Where windows are closed on the right it speaks for the time before it.
 */
@Computation
public final class MeanPower implements PowerWindows {

    private final Closed closed;
    private final long maxGap;

    MeanPower(Closed closed, Duration maxGap) {
        this.closed = closed;
        this.maxGap = maxGap.toNanos();
    }

    @Override
    public List<Window> windows(Collection<PowerReading> readings) {
        PowerReading[] ordered = PowerWindows.ordered(readings);
        List<Window> windows = new ArrayList<>();
        for (int from = 0, to; from < ordered.length; from = to) {
            long end = closed.endOf(ordered[from].time());
            to = from + 1;
            while (to < ordered.length && !closed.isAfter(ordered[to].time(), end)) {
                to++;
            }
            windows.add(window(end, ordered, from, to));
        }
        return windows;
    }

    private Window window(long end, PowerReading[] ordered, int from, int to) {
        PowerSum sum = new PowerSum();
        for (int i = from; i < to; i++) {
            long next = i + 1 < to ? ordered[i + 1].time() : end;
            long previous = i > from ? ordered[i - 1].time() : end - QuarterHours.LENGTH;
            long time = ordered[i].time();
            long covers = closed == Closed.LEFT ? next - time : time - previous;
            sum.add(ordered[i], 1, Math.min(maxGap, covers));
        }
        return sum.window(end, sum.count(), WindowMethod.MEAN);
    }

    @Override
    public Span touched(long time) {
        long end = closed.endOf(time);
        return new Span(end - QuarterHours.LENGTH, end);
    }

    @Override
    public Span inputs(Span windows) {
        long shift = closed == Closed.LEFT ? 0 : 1;
        return new Span(windows.from() + shift, windows.to() + shift);
    }
}
