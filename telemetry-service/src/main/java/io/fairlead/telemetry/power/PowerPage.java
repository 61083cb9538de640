package io.fairlead.telemetry.power;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.power.VesselPower.Available;
import io.fairlead.telemetry.reading.TimeRange;
import io.fairlead.telemetry.window.RollUp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which intervals a page of an answer has.
 *
 * @param bounds where each begins, and where the last one ends; empty when there is none
 * @param more whether others follow
 */
@Computation
record PowerPage(List<Instant> bounds, boolean more) {

    /**
     * The intervals that both the asked and the available time touch.
     *
     * @param from where the page begins
     * @param available what there is at all, or null
     */
    static PowerPage of(TimeRange range, RollUp rollUp, Instant from, int limit, Available available) {
        if (available == null) {
            return new PowerPage(List.of(), false);
        }
        Instant end = range.end().isBefore(available.end()) ? range.end() : available.end();
        Instant first = from.isAfter(available.start()) ? from : available.start();
        if (!first.isBefore(end)) {
            return new PowerPage(List.of(), false);
        }
        List<Instant> bounds = new ArrayList<>();
        bounds.add(rollUp.startOf(first));
        Instant last = bounds.get(0);
        while (last.isBefore(end) && bounds.size() <= limit) {
            last = rollUp.next(last);
            bounds.add(last);
        }
        return new PowerPage(bounds, last.isBefore(end));
    }

    Instant start() {
        return bounds.get(0);
    }

    Instant end() {
        return bounds.get(bounds.size() - 1);
    }

    boolean isEmpty() {
        return bounds.isEmpty();
    }

    /**
     * All intervals of the page, those without readings too.
     *
     * @param known those with readings, by their number on the page, the first being 1
     */
    List<PowerWindow> filled(Map<Integer, PowerWindow> known) {
        List<PowerWindow> all = new ArrayList<>();
        for (int i = 1; i < bounds.size(); i++) {
            PowerWindow window = known.get(i);
            all.add(window != null ? window : PowerWindow.empty(bounds.get(i - 1), bounds.get(i)));
        }
        return all;
    }
}
