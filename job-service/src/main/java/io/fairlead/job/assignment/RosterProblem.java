package io.fairlead.job.assignment;

import io.fairlead.core.Computation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is asked for.
 *
 * @param costs what differs from the vessels' costs per hour
 * @param turnaround what a vessel needs after each schedule before the next
 */
@Computation
record RosterProblem(List<Vessel> vessels, List<Schedule> schedules, List<Cost> costs, Duration turnaround) {

    private static final double HUNDREDTHS = 100;
    private static final double SECONDS_PER_HOUR = 3600;

    List<Slot> slots() {
        Map<List<String>, Double> given = new HashMap<>();
        this.costs.forEach(cost -> given.put(List.of(cost.vessel(), cost.schedule()), cost.cost()));
        List<Slot> slots = new ArrayList<>();
        for (Schedule schedule : schedules) {
            List<Vessel> candidates =
                    vessels.stream().filter(vessel -> vessel.canSail(schedule)).toList();
            Map<String, Long> costs = new LinkedHashMap<>();
            candidates.forEach(vessel -> costs.put(vessel.code(), cost(vessel, schedule, given)));
            for (int i = 0; i < schedule.vessels(); i++) {
                slots.add(new Slot(slots.size(), schedule, schedule.span().extendedBy(turnaround), candidates, costs));
            }
        }
        return slots;
    }

    private static long cost(Vessel vessel, Schedule schedule, Map<List<String>, Double> given) {
        double byHours = vessel.costPerHour() * schedule.span().length().toSeconds() / SECONDS_PER_HOUR;
        double cost = given.getOrDefault(List.of(vessel.code(), schedule.id()), byHours);
        return Math.round(cost * HUNDREDTHS);
    }

    static double amount(long hundredths) {
        return hundredths / HUNDREDTHS;
    }
}
