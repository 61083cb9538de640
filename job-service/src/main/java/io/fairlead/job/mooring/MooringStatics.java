package io.fairlead.job.mooring;

import io.fairlead.core.Computation;
import java.util.List;

/**
 * The static analysis of a spread mooring.
 *
 * @param lines each line without offset
 * @param balance the pull of all lines without offset: 0 for a mooring that keeps its place by itself
 * @param curves one for each heading
 */
@Computation
public record MooringStatics(List<LineState> lines, Balance balance, List<OffsetCurve> curves) {

    /** A sum over all lines: two horizontal forces, the weight that hangs on the unit, and the moment from x towards y. */
    public record Balance(double xKN, double yKN, double verticalKN, double yawMomentKNM) {

        static Balance of(SpreadMooring.Pull pull) {
            return new Balance(pull.xKN(), pull.yKN(), pull.verticalKN(), pull.yawKNM());
        }
    }
}
