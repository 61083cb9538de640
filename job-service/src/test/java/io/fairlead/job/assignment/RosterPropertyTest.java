package io.fairlead.job.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RosterPropertyTest {

    private static final int MOVES = 20_000;
    private static final int ROSTERS = 200;

    @Property(tries = 25)
    void shouldStayBetweenItsBoundAndWhatIsPossible(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int vessels,
            @ForAll @IntRange(min = 1, max = 4) int schedules) {
        RosterProblem problem = Rosters.random(seed, vessels, schedules, 72);

        ScheduleAssignment proposal = solve(problem);

        Rosters.check(problem, proposal);
        Best best = new Best(problem.slots());
        AssignmentBound bound = AssignmentBound.of(problem.slots());
        assertThat(List.of(bound.emptyWeight(), best.emptyWeight, proposal.emptyWeight()))
                .isSorted();
        assertThat(bound.emptyWeight() < best.emptyWeight || bound.cost() <= best.cost)
                .isTrue();
        assertThat(best.emptyWeight < proposal.emptyWeight() || best.cost <= hundredths(proposal))
                .isTrue();
    }

    @Test
    void shouldFindTheBestOfNearlyAllSmallRosters() {
        int found = 0;
        for (int seed = 0; seed < ROSTERS; seed++) {
            RosterProblem problem = Rosters.random(seed, 3, 4, 72);
            found += new Best(problem.slots()).equalTo(solve(problem)) ? 1 : 0;
        }

        assertThat(found).isBetween(195, ROSTERS);
    }

    private static ScheduleAssignment solve(RosterProblem problem) {
        return new RosterSolver(MOVES, Duration.ofMinutes(1), 1).solve(problem, roster -> {});
    }

    private static long hundredths(ScheduleAssignment proposal) {
        return Math.round(proposal.cost() * 100);
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

        boolean equalTo(ScheduleAssignment proposal) {
            return emptyWeight == proposal.emptyWeight() && cost == hundredths(proposal);
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
