package io.fairlead.telemetry.window;

import io.fairlead.core.Computation;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Windows from energy reports: each window holds its shares of the reports that overlap it. */
@Computation
public final class EnergyWindows {

    private EnergyWindows() {}

    /** The windows that these reports overlap, in order. */
    public static List<Window> windows(Collection<EnergyReport> reports) {
        EnergySums sums = new EnergySums(WindowMethod.SPREAD);
        EnergyReports.withStarts(reports).forEach(report -> sums.add(report, Set.of()));
        return sums.windows();
    }

    /**
     * The windows that a report, new or corrected, may change: those that it spans, and as a report without a start
     * reaches back to the one before it, those between its neighbours.
     *
     * @param start where it begins; the same as {@code end} when it does not say
     * @param previous the end of the report before it, or null
     * @param next the end of the report after it, or null
     */
    public static Span touched(long start, long end, Long previous, Long next) {
        long first = Math.min(start, EnergyReports.startOf(end, previous));
        boolean reached = next != null && next - EnergyReports.LONGEST.toNanos() < end;
        return Span.around(first, reached ? next : end);
    }
}
