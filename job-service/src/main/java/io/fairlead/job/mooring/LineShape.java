package io.fairlead.job.mooring;

import io.fairlead.core.Computation;
import java.util.List;
import org.hipparchus.util.FastMath;

/**
 * The shape that a line takes under a tension at its fairlead: an elastic catenary in each segment, the rest of the line on
 * a flat seabed with Coulomb friction.
 *
 * <p>Equations: H. M. Irvine, Cable Structures (1981), chapter 2; for the part on the seabed J. M. Jonkman, NREL/TP-500-41958
 * (2007), section 2.5.2, equations 2-35 to 2-38. Segments are joined by the tension at their ends: what the upper one leaves
 * of the vertical tension holds the lower one.
 *
 * @param spanM horizontal distance from the fairlead to the line's other end
 * @param heightM vertical distance
 * @param laybackM horizontal distance from the fairlead to where the line touches the seabed, or to its end
 * @param restingM unstretched length on the seabed
 * @param anchorHorizontalKN horizontal pull at the anchor
 * @param anchorUpliftKN vertical pull at the anchor
 * @param segmentKN the highest tension in each segment, at its upper end
 */
@Computation
record LineShape(
        double spanM,
        double heightM,
        double laybackM,
        double restingM,
        double anchorHorizontalKN,
        double anchorUpliftKN,
        double[] segmentKN) {

    /**
     * Follows the line down from the fairlead.
     *
     * @param segments from the anchor to the fairlead
     * @param horizontalKN horizontal tension at the fairlead, above 0
     * @param verticalKN vertical tension at the fairlead, 0 or more
     */
    static LineShape of(List<Segment> segments, double friction, double horizontalKN, double verticalKN) {
        double span = 0;
        double height = 0;
        double resting = 0;
        double layback = 0;
        double vertical = verticalKN;
        double ground = horizontalKN;
        double[] tensions = new double[segments.size()];
        for (int i = segments.size() - 1; i >= 0; i--) {
            Segment segment = segments.get(i);
            double weight = segment.weightInWaterKNPerM();
            double suspended = Math.min(segment.lengthM(), vertical / weight);
            tensions[i] = vertical > 0 ? Math.hypot(horizontalKN, vertical) : ground;
            if (suspended > 0) {
                double below = Math.max(0, vertical - weight * suspended);
                span += horizontalKN / weight * (asinh(vertical / horizontalKN) - asinh(below / horizontalKN))
                        + horizontalKN * suspended / segment.axialStiffnessKN();
                height += rise(horizontalKN, vertical, below) / weight
                        + (vertical - below) * (vertical + below) / (2 * segment.axialStiffnessKN() * weight);
                vertical = suspended < segment.lengthM() ? 0 : below;
                layback = span;
            }
            double onGround = segment.lengthM() - suspended;
            if (onGround > 0) {
                double left = Math.max(0, ground - friction * weight * onGround);
                double stretched = friction == 0 ? onGround : (ground - left) / (friction * weight);
                span += onGround + (ground + left) / 2 * stretched / segment.axialStiffnessKN();
                resting += onGround;
                ground = left;
            }
        }
        return new LineShape(span, height, layback, resting, resting > 0 ? ground : horizontalKN, vertical, tensions);
    }

    /** The difference of the tensions at both ends, without loss of digits when they are nearly the same. */
    private static double rise(double horizontal, double above, double below) {
        return (above - below) * (above + below) / (Math.hypot(horizontal, above) + Math.hypot(horizontal, below));
    }

    private static double asinh(double value) {
        return FastMath.asinh(value);
    }
}
