package io.fairlead.telemetry.influx;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.block.PointsBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Goes through one body, line by line. */
@Computation
final class LineRun {

    private static final int MOST_FAULTS = 100;

    private final LineCursor cursor;
    private final LineHeads heads;
    private final LineTimes times;
    private final LineValues values;
    private final Map<Raw, LineSeries> seen = new HashMap<>();
    private final SortedMap<String, SortedMap<String, Series>> vessels = new TreeMap<>();
    private final List<LineFault> faults = new ArrayList<>();
    private LineSeries last;
    private int points;

    LineRun(byte[] body, LineHeads heads, LineTimes times) {
        this.cursor = new LineCursor(body);
        this.heads = heads;
        this.times = times;
        this.values = new LineValues(cursor);
    }

    Lines lines() {
        while (!cursor.isDone()) {
            next();
        }
        if (points == 0 && faults.isEmpty()) {
            fault(1, "There is no point in this request.");
        }
        SortedMap<String, List<Series>> found = new TreeMap<>();
        vessels.forEach((vessel, series) -> found.put(vessel, List.copyOf(series.values())));
        return new Lines(found, List.copyOf(faults));
    }

    private void next() {
        int first = cursor.line();
        cursor.skipSpaces();
        if (!cursor.atEnd() && !cursor.isAt('#')) {
            try {
                point(first);
            } catch (Malformed e) {
                fault(first, e.getMessage());
            }
        }
        cursor.skipLine();
    }

    private void point(int line) {
        LineSeries series = series();
        cursor.skipSpaces();
        values.read(series, line);
        cursor.skipSpaces();
        long time = cursor.atEnd() ? times.now() : times.nanos(cursor.wholeNumber());
        cursor.skipSpaces();
        Malformed.unless(cursor.atEnd(), "There is something after the time stamp.");
        points++;
        int bad = series.head().nameFaults() | values.nameFaults();
        if (bad != 0) {
            fault(line, NameFaults.text(bad, heads.vesselTag(), series.head().measurement()));
        } else if (time == LineTimes.NONE) {
            fault(line, times.fault());
        } else {
            keep(series, line, time);
        }
    }

    /** Takes the measurement, the tags and the space behind them. */
    private LineSeries series() {
        LineSeries series = last == null ? null : last.next();
        if (series != null && takes(series.head())) {
            last = series;
            return series;
        }
        LineHead head = last == null ? null : last.head().next();
        if (head == null || !takes(head)) {
            head = head();
        }
        series = seen.get(head.raw());
        if (series == null) {
            series = new LineSeries(head);
            seen.put(head.raw(), series);
        }
        if (last != null) {
            last.followedBy(series);
        }
        last = series;
        return series;
    }

    private boolean takes(LineHead likely) {
        int end = cursor.at() + likely.raw().length();
        boolean stands = likely.raw().standsAt(cursor.body(), cursor.at())
                && end < cursor.body().length
                && cursor.body()[end] == ' ';
        if (stands) {
            cursor.moveTo(end + 1);
        }
        return stands;
    }

    private LineHead head() {
        int end = cursor.headEnd();
        Raw raw = Raw.within(cursor.body(), cursor.at(), end);
        LineSeries known = seen.get(raw);
        LineHead head = known == null ? heads.head(raw) : known.head();
        cursor.moveTo(end);
        Malformed.unless(cursor.take(' '), "The fields are missing.");
        return head;
    }

    private void keep(LineSeries series, int line, long time) {
        for (int i = 0; i < values.size(); i++) {
            LineSeries.Field field = values.field(i);
            if (values.fault(i) != null) {
                vessels.computeIfAbsent(series.head().vessel(), code -> new TreeMap<>());
                fault(line, "Field '" + field.meaning().name() + "': " + values.fault(i));
                continue;
            }
            if (field.series() == null) {
                field.goTo(vessels.computeIfAbsent(series.head().vessel(), code -> new TreeMap<>())
                        .computeIfAbsent(
                                field.meaning().identity(),
                                identity -> new Series(field.meaning().channel(), new PointsBuilder())));
            }
            values.addTo(field.series().points(), i, time);
        }
    }

    private void fault(int line, String detail) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new LineFault(line, detail));
        }
    }
}
