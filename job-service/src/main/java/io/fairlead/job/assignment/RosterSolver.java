package io.fairlead.job.assignment;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import io.fairlead.core.Computation;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds a roster with Timefold: a construction, then local search by late acceptance (E. K. Burke, Y. Bykov, The late acceptance
 * hill-climbing heuristic, European Journal of Operational Research 258, 2017), until nothing can be better or it was long
 * enough. An interrupt ends it at once with the best roster so far.
 */
@Computation
final class RosterSolver {

    private final int moves;
    private final Duration timeLimit;
    private final long seed;

    RosterSolver(int moves, Duration timeLimit, long seed) {
        this.moves = moves;
        this.timeLimit = timeLimit;
        this.seed = seed;
    }

    /**
     * Solves.
     *
     * @param better told of each better roster
     */
    ScheduleAssignment solve(RosterProblem problem, Consumer<Roster> better) {
        List<Slot> slots = problem.slots();
        AssignmentBound bound = AssignmentBound.of(slots);
        HardMediumSoftLongScore best = HardMediumSoftLongScore.of(0, -bound.emptyWeight(), -bound.cost());
        Solver<Roster> solver = SolverFactory.<Roster>create(config(best)).buildSolver();
        solver.addEventListener(event -> better.accept(event.getNewBestSolution()));
        long begin = System.nanoTime();
        Roster roster = solver.solve(new Roster(slots));
        boolean late = System.nanoTime() - begin >= timeLimit.toNanos();
        return RosterReport.of(problem, roster, bound, late);
    }

    private SolverConfig config(HardMediumSoftLongScore best) {
        return new SolverConfig()
                .withSolutionClass(Roster.class)
                .withEntityClasses(Slot.class)
                .withConstraintProviderClass(RosterConstraints.class)
                .withRandomSeed(seed)
                .withTerminationConfig(
                        new TerminationConfig().withSpentLimit(timeLimit).withBestScoreLimit(best.toString()))
                .withPhases(
                        new ConstructionHeuristicPhaseConfig(),
                        new LocalSearchPhaseConfig()
                                .withTerminationConfig(new TerminationConfig().withMoveCountLimit((long) moves)));
    }
}
