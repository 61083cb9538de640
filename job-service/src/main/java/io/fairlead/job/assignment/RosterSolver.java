package io.fairlead.job.assignment;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import io.fairlead.core.Computation;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds a roster with Timefold: a construction, then tabu search (F. Glover, Tabu Search Part I, ORSA Journal on
 * Computing 1, 1989), until nothing can be better or it was long
 * enough. An interrupt ends it at once with the best roster so far.
 */
@Computation
final class RosterSolver {

    // A step takes the best of some moves even if it is worse than none, and its slots are left alone for a while.
    private static final double TABU_RATIO = 0.1;
    private static final int MOVES_A_STEP = 30;

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
                                .withAcceptorConfig(new LocalSearchAcceptorConfig().withEntityTabuRatio(TABU_RATIO))
                                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(MOVES_A_STEP))
                                .withTerminationConfig(new TerminationConfig().withMoveCountLimit((long) moves)));
    }
}
