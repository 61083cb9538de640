package io.fairlead.job.assignment;

import io.fairlead.core.Computation;
import io.fairlead.core.problem.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with what is asked for, beyond what the schema says. */
@Computation
final class RosterCheck {

    private static final int MOST_PLACES = 400;

    private final RosterProblem problem;
    private final Set<String> vessels = new HashSet<>();
    private final Set<String> schedules = new HashSet<>();
    private final List<FieldError> errors = new ArrayList<>();

    private RosterCheck(RosterProblem problem) {
        this.problem = problem;
    }

    /** Each error by its pointer; empty when nothing is wrong. */
    static List<FieldError> errors(RosterProblem problem) {
        RosterCheck check = new RosterCheck(problem);
        check.vessels();
        check.schedules();
        check.costs();
        if (check.errors.isEmpty() && !AssignmentBound.isExact(problem.slots())) {
            check.wrong(
                    "/schedules",
                    "must have smaller priorities or costs: the sum of all priorities times the sum of the highest costs"
                            + " in hundredths must be below 2^53");
        }
        return check.errors;
    }

    private void vessels() {
        for (int i = 0; i < problem.vessels().size(); i++) {
            Vessel vessel = problem.vessels().get(i);
            if (!vessels.add(vessel.code())) {
                wrong("/vessels/" + i + "/code", "is the code of an earlier vessel");
            }
            for (int j = 0; j < vessel.unavailable().size(); j++) {
                Span span = vessel.unavailable().get(j);
                if (!span.start().isBefore(span.end())) {
                    wrong("/vessels/" + i + "/unavailable/" + j + "/end", "must be after the start");
                }
            }
        }
    }

    private void schedules() {
        for (int i = 0; i < problem.schedules().size(); i++) {
            Schedule schedule = problem.schedules().get(i);
            if (!schedules.add(schedule.id())) {
                wrong("/schedules/" + i + "/id", "is the id of an earlier schedule");
            }
            if (!schedule.start().isBefore(schedule.end())) {
                wrong("/schedules/" + i + "/end", "must be after the start");
            }
        }
        if (problem.schedules().stream().mapToInt(Schedule::vessels).sum() > MOST_PLACES) {
            wrong("/schedules", "must want at most " + MOST_PLACES + " vessels together");
        }
    }

    private void costs() {
        Set<List<String>> given = new HashSet<>();
        for (int i = 0; i < problem.costs().size(); i++) {
            Cost cost = problem.costs().get(i);
            if (!vessels.contains(cost.vessel())) {
                wrong("/costs/" + i + "/vessel", "is none of the vessels");
            }
            if (!schedules.contains(cost.schedule())) {
                wrong("/costs/" + i + "/schedule", "is none of the schedules");
            }
            if (!given.add(List.of(cost.vessel(), cost.schedule()))) {
                wrong("/costs/" + i, "is of the vessel and the schedule of an earlier cost");
            }
        }
    }

    private void wrong(String pointer, String detail) {
        errors.add(FieldError.body(pointer, detail));
    }
}
