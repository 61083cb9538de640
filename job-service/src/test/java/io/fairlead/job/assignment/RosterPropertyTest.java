package io.fairlead.job.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RosterPropertyTest {

    @Property(tries = 25)
    void shouldFindTheBestOfSmallRosters(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int vessels,
            @ForAll @IntRange(min = 1, max = 4) int schedules) {
        RosterProblem problem = Rosters.random(seed, vessels, schedules, 72);

        ScheduleAssignment proposal = new RosterSolver(20_000, Duration.ofMinutes(1), 1).solve(problem, roster -> {});

        Rosters.check(problem, proposal);
        Best best = new Best(problem.slots());
        assertThat(proposal.emptyWeight()).isEqualTo(best.emptyWeight);
        assertThat(Math.round(proposal.cost() * 100)).isEqualTo(best.cost);
        AssignmentBound bound = AssignmentBound.of(problem.slots());
        assertThat(List.of(bound.emptyWeight(), best.emptyWeight)).isSorted();
        assertThat(bound.emptyWeight() < best.emptyWeight || bound.cost() <= best.cost)
                .isTrue();
    }

    /** Tries every roster. */
    private static final class Best {

        private final List<Slot> slots;
        private final List<Vessel> taken = new ArrayList<>();
        private long emptyWeight = Long.MAX_VALUE;
        private long cost = Long.MAX_VALUE;

        Best(List<Slot> slots) {
            this.slots = slots;
            search(0, 0);
        }

        private void search(long empty, long paid) {
            int next = taken.size();
            if (next == slots.size()) {
                if (empty < emptyWeight || empty == emptyWeight && paid < cost) {
                    emptyWeight = empty;
                    cost = paid;
                }
                return;
            }
            Slot slot = slots.get(next);
            taken.add(null);
            search(empty + slot.priority(), paid);
            taken.remove(next);
            for (Vessel vessel : slot.getCandidates()) {
                if (free(vessel, slot)) {
                    taken.add(vessel);
                    search(empty, paid + slot.costs().get(vessel.code()));
                    taken.remove(next);
                }
            }
        }

        private boolean free(Vessel vessel, Slot slot) {
            for (int i = 0; i < taken.size(); i++) {
                if (vessel.equals(taken.get(i)) && slots.get(i).occupied().overlaps(slot.occupied())) {
                    return false;
                }
            }
            return true;
        }
    }
}
