package io.fairlead.telemetry.window;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the store answers about the reports of one series, as sets: which are needed for some windows, and who is next. */
final class EnergyStore {

    private final TreeMap<String, EnergyReport> reports = new TreeMap<>();

    void keep(EnergyReport report) {
        reports.put(report.start() + "/" + report.end(), report);
    }

    Long previous(long end) {
        return ends().lower(end);
    }

    Long next(long end) {
        return ends().higher(end);
    }

    /** Reports that end in the span or reach into it, all of the end next after it and all of the last before it. */
    List<EnergyReport> inputs(Span span) {
        Long next = ends().higher(span.to());
        Long previous = ends().floor(span.from());
        List<EnergyReport> found = new ArrayList<>();
        for (EnergyReport report : reports.values()) {
            boolean inside = report.end() > span.from() && report.end() <= span.to();
            boolean reaches = report.end() > span.to() && report.hasStart() && report.start() < span.to();
            boolean neighbour =
                    (next != null && report.end() == next) || (previous != null && report.end() == previous);
            if (inside || reaches || neighbour) {
                found.add(report);
            }
        }
        return found;
    }

    private TreeSet<Long> ends() {
        TreeSet<Long> ends = new TreeSet<>();
        reports.values().forEach(report -> ends.add(report.end()));
        return ends;
    }
}
