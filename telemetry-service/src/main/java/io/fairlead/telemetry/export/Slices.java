package io.fairlead.telemetry.export;

import io.fairlead.core.Computation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cuts what is selected into parts of bearable size: vessel by vessel, each from the start to the end without a gap. */
@Computation
final class Slices {

    private static final long DAY = 86_400_000_000_000L;

    private Slices() {}

    /**
     * How much a vessel has on a day.
     *
     * @param start of the day, in nanoseconds since 1970
     */
    record Day(String vessel, long start, long rows) {}

    /**
     * Of days that differ: whole days together until there are enough rows, a day that has too many in equal parts.
     *
     * @param days those that have rows, of one vessel after the other and in order
     * @param most about how many rows a part has at most
     */
    static List<Slice> ofDays(List<Day> days, long from, long to, long most) {
        Map<String, List<Day>> byVessel = new LinkedHashMap<>();
        days.forEach(day -> byVessel.computeIfAbsent(day.vessel(), first -> new ArrayList<>())
                .add(day));
        List<Slice> slices = new ArrayList<>();
        byVessel.forEach((vessel, own) -> ofVessel(vessel, own, from, to, most, slices));
        return slices;
    }

    private static void ofVessel(String vessel, List<Day> days, long from, long to, long most, List<Slice> slices) {
        long start = from;
        long rows = 0;
        for (Day day : days) {
            if (day.start() >= to) {
                break;
            }
            if (rows > 0 && rows + day.rows() > most && day.start() > start) {
                slices.add(new Slice(vessel, start, day.start(), rows));
                start = day.start();
                rows = 0;
            }
            rows += day.rows();
            long pieces = (rows + most - 1) / most;
            for (long piece = 1; piece < pieces; piece++) {
                long end = Math.max(day.start(), from) + DAY / pieces * piece;
                if (end > start && end < to) {
                    slices.add(new Slice(vessel, start, end, rows / pieces));
                    start = end;
                }
            }
            rows = pieces > 1 ? rows / pieces : rows;
        }
        slices.add(new Slice(vessel, start, to, rows));
    }

    /**
     * Of a time span with as much everywhere.
     *
     * @param step nothing is cut but at a multiple of this since 1970, in nanoseconds
     * @param rows how many rows there are in a step
     * @param most about how many rows a part has at most
     * @param mostSteps how many steps a part has at most
     */
    static List<Slice> ofSteps(String vessel, long from, long to, long step, long rows, long most, long mostSteps) {
        long whole = Math.max(1, (to - from) / step + 1);
        long steps = Math.min(whole, Math.max(1, Math.min(mostSteps, most / Math.max(1, rows))));
        List<Slice> slices = new ArrayList<>();
        long start = from;
        while (start < to) {
            long end = Math.min(to, Math.floorDiv(start, step) * step + steps * step);
            long own = Math.floorDiv(end - start + step - 1, step);
            slices.add(new Slice(vessel, start, end, own * rows));
            start = end;
        }
        return slices;
    }
}
