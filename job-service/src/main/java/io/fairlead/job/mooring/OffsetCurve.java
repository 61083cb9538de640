package io.fairlead.job.mooring;

import io.fairlead.core.Computation;
import java.util.List;

/**
 * What holds the unit back when it is moved in one direction.
 *
 * @param headingDeg the direction, from x towards y
 * @param points by growing offset
 */
@Computation
public record OffsetCurve(double headingDeg, List<Point> points) {

    /**
     * The lines at one offset.
     *
     * @param restoringForceKN their pull against the direction of the offset
     * @param transverseForceKN their pull across it, positive to the left of it seen with y to the left of x
     * @param yawMomentKNM how they turn the unit, from x towards y
     * @param maxTensionKN the highest tension at a fairlead, of {@code maxTensionLine}
     * @param minSafetyFactor the smallest safety factor, of {@code minSafetyFactorLine}
     * @param maxAnchorUpliftKN the strongest vertical pull at an anchor
     */
    public record Point(
            double offsetM,
            double restoringForceKN,
            double transverseForceKN,
            double yawMomentKNM,
            double maxTensionKN,
            String maxTensionLine,
            double minSafetyFactor,
            String minSafetyFactorLine,
            double maxAnchorUpliftKN) {

        static Point of(SpreadMooring mooring, double headingDeg, double offsetM) {
            double heading = Math.toRadians(headingDeg);
            return of(mooring.at(offsetM * Math.cos(heading), offsetM * Math.sin(heading)), headingDeg, offsetM);
        }

        /** Of a pull that is known already. */
        static Point of(SpreadMooring.Pull pull, double headingDeg, double offsetM) {
            double cos = Math.cos(Math.toRadians(headingDeg));
            double sin = Math.sin(Math.toRadians(headingDeg));
            return new Point(
                    offsetM,
                    -(pull.xKN() * cos + pull.yKN() * sin),
                    pull.yKN() * cos - pull.xKN() * sin,
                    pull.yawKNM(),
                    pull.tightest().fairleadTensionKN(),
                    pull.tightest().line(),
                    pull.weakest().safetyFactor(),
                    pull.weakest().line(),
                    pull.upliftKN());
        }
    }
}
