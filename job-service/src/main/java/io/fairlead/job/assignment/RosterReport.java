package io.fairlead.job.assignment;

import io.fairlead.core.Computation;
import java.util.List;
import java.util.Objects;

/** Tells of a roster what its reader wants to know. */
@Computation
final class RosterReport {

    private RosterReport() {}

    static ScheduleAssignment of(RosterProblem problem, Roster roster, AssignmentBound bound, boolean late) {
        List<Slot> taken = roster.getSlots().stream()
                .filter(slot -> slot.getVessel() != null)
                .toList();
        long cost = taken.stream().mapToLong(Slot::cost).sum();
        long emptyWeight = roster.getSlots().stream()
                .filter(slot -> slot.getVessel() == null)
                .mapToLong(Slot::priority)
                .sum();
        boolean optimal = emptyWeight == bound.emptyWeight() && cost == bound.cost();
        return new ScheduleAssignment(
                taken.stream().map(RosterReport::assigned).toList(),
                problem.schedules().stream()
                        .map(schedule -> unfilled(schedule, roster))
                        .filter(Objects::nonNull)
                        .toList(),
                RosterProblem.amount(cost),
                emptyWeight,
                new ScheduleAssignment.Bound(bound.emptyWeight(), RosterProblem.amount(bound.cost())),
                optimal,
                ending(optimal, late));
    }

    private static ScheduleAssignment.Ending ending(boolean optimal, boolean late) {
        if (optimal) {
            return ScheduleAssignment.Ending.BOUND;
        }
        return late ? ScheduleAssignment.Ending.TIME : ScheduleAssignment.Ending.MOVES;
    }

    private static ScheduleAssignment.Assigned assigned(Slot slot) {
        Schedule schedule = slot.schedule();
        return new ScheduleAssignment.Assigned(
                schedule.id(),
                slot.getVessel().code(),
                schedule.start(),
                schedule.end(),
                RosterProblem.amount(slot.cost()));
    }

    private static ScheduleAssignment.Unfilled unfilled(Schedule schedule, Roster roster) {
        List<Slot> empty = roster.getSlots().stream()
                .filter(slot -> slot.schedule().id().equals(schedule.id()) && slot.getVessel() == null)
                .toList();
        return empty.isEmpty()
                ? null
                : new ScheduleAssignment.Unfilled(
                        schedule.id(),
                        empty.size(),
                        empty.get(0).getCandidates().size());
    }
}
