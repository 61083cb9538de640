package io.fairlead.telemetry.window;

import io.fairlead.core.Computation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Says where reports without a start begin: at the end of the previous report of the series, but not further back than
 * the longest span; the first one of a series speaks for one window's length.
 */
@Computation
public final class EnergyReports {

    /** The longest span that one report may speak for. */
    public static final Duration LONGEST = Duration.ofDays(31);

    private static final Comparator<EnergyReport> ORDER =
            Comparator.comparingLong(EnergyReport::end).thenComparingLong(EnergyReport::start);

    private EnergyReports() {}

    /** The same reports, in the order of their ends, each with a start. */
    public static List<EnergyReport> withStarts(Collection<EnergyReport> reports) {
        List<EnergyReport> ordered = reports.stream().sorted(ORDER).toList();
        List<EnergyReport> resolved = new ArrayList<>(ordered.size());
        Long previous = null;
        for (int i = 0; i < ordered.size(); i++) {
            EnergyReport report = ordered.get(i);
            if (i > 0 && ordered.get(i - 1).end() < report.end()) {
                previous = ordered.get(i - 1).end();
            }
            resolved.add(
                    report.hasStart()
                            ? report
                            : new EnergyReport(startOf(report.end(), previous), report.end(), report.wh()));
        }
        return resolved;
    }

    /**
     * Where a report without a start begins.
     *
     * @param end its end
     * @param previous the end of the report before it, or null when it is the first of its series
     */
    public static long startOf(long end, Long previous) {
        return previous == null ? end - QuarterHours.LENGTH : Math.max(previous, end - LONGEST.toNanos());
    }
}
