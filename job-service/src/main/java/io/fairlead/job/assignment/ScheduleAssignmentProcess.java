package io.fairlead.job.assignment;

import io.fairlead.core.problem.FieldError;
import io.fairlead.job.process.Execution;
import io.fairlead.job.process.Process;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Proposes who sails which schedule; changes nothing anywhere. */
@Singleton
public class ScheduleAssignmentProcess implements Process<ScheduleAssignmentProcess.Inputs, ScheduleAssignment> {

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
        return RosterCheck.errors(problem(inputs));
    }

    @Override
    public ScheduleAssignment run(Inputs inputs, Execution execution) throws InterruptedException {
        Duration timeLimit = Duration.ofSeconds(inputs.timeLimitSeconds());
        ScheduleAssignment assignment = new RosterSolver(inputs.moves(), timeLimit, inputs.seed())
                .solve(
                        problem(inputs),
                        roster -> execution.progress(50, "The best so far: " + roster.getScore() + "."));
        execution.checkpoint();
        return assignment;
    }

    private static RosterProblem problem(Inputs inputs) {
        Duration turnaround = Duration.ofSeconds(Math.round(inputs.turnaroundHours() * 3600));
        return new RosterProblem(inputs.vessels(), inputs.schedules(), inputs.costs(), turnaround);
    }
}
