package io.fairlead.job.assignment;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import io.fairlead.core.Computation;
import java.util.List;

/** Who takes which slot, and how good that is: hard for conflicts, medium for empty slots, soft for cost. */
@Computation
@PlanningSolution
public class Roster {

    private List<Slot> slots;
    private HardMediumSoftLongScore score;

    /** For the solver. */
    public Roster() {}

    Roster(List<Slot> slots) {
        this.slots = slots;
    }

    @PlanningEntityCollectionProperty
    public List<Slot> getSlots() {
        return slots;
    }

    @PlanningScore
    public HardMediumSoftLongScore getScore() {
        return score;
    }

    public void setScore(HardMediumSoftLongScore score) {
        this.score = score;
    }
}
