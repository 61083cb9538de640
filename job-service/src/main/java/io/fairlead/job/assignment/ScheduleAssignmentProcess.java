package io.fairlead.job.assignment;

import io.fairlead.core.problem.FieldError;
import io.fairlead.job.process.Execution;
import io.fairlead.job.process.Process;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Proposes who sails which schedule; changes nothing anywhere. */
@Singleton
public class ScheduleAssignmentProcess implements Process<ScheduleAssignmentProcess.Inputs, ScheduleAssignment> {

    private static final int MOST_PLACES = 400;

    /**
     * @param costs what differs from the vessels' costs per hour; null for nothing
     * @param turnaroundHours what a vessel needs after each schedule before the next; null for nothing
     * @param moves how many moves the search tries at most; null for 1,000,000
     * @param timeLimitSeconds and how much time it has; null for 60
     * @param seed of its random choices; null for 1
     */
    public record Inputs(
            List<Vessel> vessels,
            List<Schedule> schedules,
            List<Cost> costs,
            Double turnaroundHours,
            Integer moves,
            Integer timeLimitSeconds,
            Long seed) {

        public Inputs {
            costs = costs == null ? List.of() : costs;
            turnaroundHours = turnaroundHours == null ? 0 : turnaroundHours;
            moves = moves == null ? 1_000_000 : moves;
            timeLimitSeconds = timeLimitSeconds == null ? 60 : timeLimitSeconds;
            seed = seed == null ? 1 : seed;
        }
    }

    @Override
    public String id() {
        return "schedule-assignment";
    }

    @Override
    public Class<Inputs> inputType() {
        return Inputs.class;
    }

    @Override
    public List<FieldError> check(Inputs inputs) {
        List<FieldError> errors = new ArrayList<>();
        Set<String> vessels = new HashSet<>();
        Set<String> schedules = new HashSet<>();
        for (int i = 0; i < inputs.vessels().size(); i++) {
            if (!vessels.add(inputs.vessels().get(i).code())) {
                errors.add(FieldError.body("/vessels/" + i + "/code", "is the code of an earlier vessel"));
            }
        }
        for (int i = 0; i < inputs.schedules().size(); i++) {
            Schedule schedule = inputs.schedules().get(i);
            if (!schedules.add(schedule.id())) {
                errors.add(FieldError.body("/schedules/" + i + "/id", "is the id of an earlier schedule"));
            }
            if (!schedule.start().isBefore(schedule.end())) {
                errors.add(FieldError.body("/schedules/" + i + "/end", "must be after the start"));
            }
        }
        for (int i = 0; i < inputs.costs().size(); i++) {
            Cost cost = inputs.costs().get(i);
            if (!vessels.contains(cost.vessel())) {
                errors.add(FieldError.body("/costs/" + i + "/vessel", "is none of the vessels"));
            }
            if (!schedules.contains(cost.schedule())) {
                errors.add(FieldError.body("/costs/" + i + "/schedule", "is none of the schedules"));
            }
        }
        if (inputs.schedules().stream().mapToInt(Schedule::vessels).sum() > MOST_PLACES) {
            errors.add(FieldError.body("/schedules", "must want at most " + MOST_PLACES + " vessels together"));
        }
        return errors;
    }

    @Override
    public ScheduleAssignment run(Inputs inputs, Execution execution) throws InterruptedException {
        Duration timeLimit = Duration.ofSeconds(inputs.timeLimitSeconds());
        RosterProblem problem = new RosterProblem(
                inputs.vessels(), inputs.schedules(), inputs.costs(), seconds(inputs.turnaroundHours()));
        ScheduleAssignment assignment = new RosterSolver(inputs.moves(), timeLimit, inputs.seed())
                .solve(problem, roster -> execution.progress(50, "The best so far: " + roster.getScore() + "."));
        execution.checkpoint();
        return assignment;
    }

    private static Duration seconds(double hours) {
        return Duration.ofSeconds(Math.round(hours * 3600));
    }
}
