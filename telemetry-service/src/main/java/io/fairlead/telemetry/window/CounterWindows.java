package io.fairlead.telemetry.window;

import io.fairlead.core.Computation;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Windows from a cumulative counter: the difference between a reading and the one before it is the energy of the time
 * between them, spread as an energy report is.
 *
 * <p>A counter that shows less than 90 % of what it showed before was reset or replaced and has counted from 0 since. One
 * that shows a little less was read or rounded wrong: that difference counts 0. The windows are flagged in either case.
 * The first reading of a counter says nothing of the time before it.
 */
@Computation
public final class CounterWindows {

    private static final BigDecimal RESET_BELOW = new BigDecimal("0.9");

    private CounterWindows() {}

    /** The windows that lie between these readings, in order. The readings may come in any order, one per time. */
    public static List<Window> windows(Collection<CounterReading> readings) {
        List<CounterReading> ordered = readings.stream()
                .sorted(Comparator.comparingLong(CounterReading::time))
                .toList();
        EnergySums sums = new EnergySums(WindowMethod.DIFFERENCE);
        for (int i = 1; i < ordered.size(); i++) {
            CounterReading previous = ordered.get(i - 1);
            CounterReading reading = ordered.get(i);
            long start = EnergyReports.startOf(reading.time(), previous.time());
            BigDecimal wh = reading.wh().subtract(previous.wh());
            if (wh.signum() >= 0) {
                sums.add(new EnergyReport(start, reading.time(), wh), Set.of());
            } else if (reading.wh().compareTo(previous.wh().multiply(RESET_BELOW)) < 0) {
                sums.add(new EnergyReport(start, reading.time(), reading.wh()), EnumSet.of(WindowFlag.COUNTER_RESET));
            } else {
                sums.add(new EnergyReport(start, reading.time(), BigDecimal.ZERO), EnumSet.of(WindowFlag.COUNTER_DROP));
            }
        }
        return sums.windows();
    }

    /**
     * The windows that a reading, new or corrected, may change: those between its neighbours.
     *
     * @param previous the time of the reading before it, or null
     * @param next the time of the reading after it, or null
     */
    public static Span touched(long time, Long previous, Long next) {
        return Span.around(EnergyReports.startOf(time, previous), next == null ? time : next);
    }
}
