package io.fairlead.telemetry.window;

import io.fairlead.core.Computation;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** How power readings become windows, and which windows and readings have to do with each other. */
@Computation
public sealed interface PowerWindows permits MeanPower, TimeWeightedPower {

    /** The windows that these readings make, in order. The readings may come in any order, one per time. */
    List<Window> windows(Collection<PowerReading> readings);

    /** The windows that a reading of this time, new or corrected, may change. */
    Span touched(long time);

    /**
     * The time whose readings decide about some windows, its end exclusive. {@link #windows} over them gives these
     * windows right; others that it gives may lack readings.
     */
    Span inputs(Span windows);

    /**
     * What a deployment has chosen.
     *
     * @param method {@code MEAN} or {@code TIME_WEIGHTED}
     * @param maxGap how long a reading speaks for at most
     * @throws IllegalArgumentException when the method is none of power, or the gap is not positive
     */
    static PowerWindows of(WindowMethod method, Closed closed, Duration maxGap) {
        if (maxGap.isNegative() || maxGap.isZero()) {
            throw new IllegalArgumentException("fairlead.windows.max-gap must be more than nothing");
        }
        return switch (method) {
            case MEAN -> new MeanPower(closed, maxGap);
            case TIME_WEIGHTED -> new TimeWeightedPower(closed, maxGap);
            default -> throw new IllegalArgumentException("fairlead.windows.method must be mean or time-weighted");
        };
    }

    /** The readings in the order of their times, in which they mostly come. */
    static PowerReading[] ordered(Collection<PowerReading> readings) {
        PowerReading[] ordered = readings.toArray(PowerReading[]::new);
        for (int i = 1; i < ordered.length; i++) {
            if (ordered[i].time() < ordered[i - 1].time()) {
                Arrays.sort(ordered, Comparator.comparingLong(PowerReading::time));
                break;
            }
        }
        return ordered;
    }
}
