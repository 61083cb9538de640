package io.fairlead.job.assignment;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.Joiners;
import io.fairlead.core.Computation;

/** What makes a roster good. That a vessel can sail its schedule is no constraint: only such vessels are candidates. */
@Computation
public class RosterConstraints implements ConstraintProvider {

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            factory.forEachUniquePair(
                            Slot.class, Joiners.equal(Slot::vesselCode), Joiners.overlapping(Slot::start, Slot::end))
                    .penalize(HardMediumSoftLongScore.ONE_HARD)
                    .asConstraint("a vessel sails one schedule at a time"),
            factory.forEachIncludingUnassigned(Slot.class)
                    .filter(slot -> slot.getVessel() == null)
                    .penalizeLong(HardMediumSoftLongScore.ONE_MEDIUM, Slot::priority)
                    .asConstraint("schedules have their vessels"),
            factory.forEach(Slot.class)
                    .penalizeLong(HardMediumSoftLongScore.ONE_SOFT, Slot::cost)
                    .asConstraint("vessels cost little")
        };
    }
}
