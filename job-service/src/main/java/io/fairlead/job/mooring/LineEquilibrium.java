package io.fairlead.job.mooring;

import io.fairlead.core.Computation;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.analysis.solvers.UnivariateSolver;

/**
 * Finds the tension with which a line reaches from its anchor to its fairlead.
 *
 * <p>The height grows with the vertical tension, and along the vertical tensions that give the right height the span grows
 * with the horizontal one. So two nested searches for a root, each within a bracket, always find the one solution; no first
 * guess is needed, as Newton's method on both at once would.
 */
@Computation
final class LineEquilibrium {

    private static final double RELATIVE = 1e-14;
    private static final double ABSOLUTE = 1e-13;
    private static final int ORDER = 5;
    private static final int MOST_EVALUATIONS = 500;
    // Below this part of its own weight a line's horizontal tension is none.
    private static final double SLACK = 1e-6;

    private final MooringLine line;
    private final double weight;
    private final double heightM;

    LineEquilibrium(MooringLine line, double waterDepthM) {
        this.line = line;
        this.weight = line.weightKN();
        this.heightM = waterDepthM - line.fairlead().depthM();
    }

    /**
     * The line's state.
     *
     * @param spanM horizontal distance from the anchor to the fairlead
     */
    LineState at(double spanM) {
        double lowest = Math.log(SLACK * weight);
        UnivariateFunction miss =
                logHorizontal -> shape(Math.exp(logHorizontal)).spanM() - spanM;
        if (miss.value(lowest) >= 0) {
            return state(SLACK * weight, true);
        }
        double low = lowest;
        double high = Math.log(weight);
        while (miss.value(high) < 0) {
            low = high;
            high += 1;
        }
        return state(Math.exp(root(miss, low, high)), false);
    }

    private LineState state(double horizontal, boolean slack) {
        double vertical = vertical(horizontal);
        return LineState.of(line, shape(horizontal, vertical), horizontal, vertical, slack);
    }

    private LineShape shape(double horizontal) {
        return shape(horizontal, vertical(horizontal));
    }

    private LineShape shape(double horizontal, double vertical) {
        return LineShape.of(line.segments(), line.friction(), horizontal, vertical);
    }

    /** The vertical tension with which the line rises to its fairlead. */
    private double vertical(double horizontal) {
        UnivariateFunction miss = vertical -> shape(horizontal, vertical).heightM() - heightM;
        double low = 0;
        double high = weight;
        while (miss.value(high) < 0) {
            low = high;
            high *= 2;
        }
        return root(miss, low, high);
    }

    private static double root(UnivariateFunction function, double low, double high) {
        UnivariateSolver solver = new BracketingNthOrderBrentSolver(RELATIVE, ABSOLUTE, 0, ORDER);
        return solver.solve(MOST_EVALUATIONS, function, low, high);
    }
}
