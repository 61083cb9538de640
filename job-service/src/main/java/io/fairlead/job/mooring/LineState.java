package io.fairlead.job.mooring;

import io.fairlead.core.Computation;
import java.util.List;

/**
 * A line in equilibrium.
 *
 * @param slack whether it hangs straight down from its fairlead and pulls the unit nowhere
 * @param fairleadTensionKN the tension at the fairlead, of the two parts that follow
 * @param declinationDeg how steeply it leaves the fairlead, 0 is horizontal
 * @param anchorUpliftDeg how steeply it pulls at the anchor, 0 when some of it lies on the seabed
 * @param laybackM horizontal distance from the fairlead to where it touches the seabed, or to the anchor
 * @param restingLengthM unstretched length on the seabed
 * @param safetyFactor the smallest ratio of breaking load and tension of its segments
 * @param weakestSegment the segment of that ratio, counted from 1 at the anchor
 */
@Computation
public record LineState(
        String line,
        boolean slack,
        double fairleadTensionKN,
        double horizontalTensionKN,
        double verticalTensionKN,
        double declinationDeg,
        double anchorTensionKN,
        double anchorUpliftKN,
        double anchorUpliftDeg,
        double laybackM,
        double restingLengthM,
        double safetyFactor,
        int weakestSegment) {

    static LineState of(MooringLine line, LineShape shape, double horizontalKN, double verticalKN, boolean slack) {
        double horizontal = slack ? 0 : horizontalKN;
        double anchorHorizontal = slack ? 0 : shape.anchorHorizontalKN();
        int weakest = weakest(line.segments(), shape.segmentKN());
        return new LineState(
                line.name(),
                slack,
                Math.hypot(horizontal, verticalKN),
                horizontal,
                verticalKN,
                Math.toDegrees(Math.atan2(verticalKN, horizontal)),
                Math.hypot(anchorHorizontal, shape.anchorUpliftKN()),
                shape.anchorUpliftKN(),
                shape.anchorUpliftKN() == 0 ? 0 : Math.toDegrees(Math.atan2(shape.anchorUpliftKN(), anchorHorizontal)),
                slack ? 0 : shape.laybackM(),
                shape.restingM(),
                safetyFactor(line.segments().get(weakest), shape.segmentKN()[weakest]),
                weakest + 1);
    }

    private static int weakest(List<Segment> segments, double[] tensions) {
        int weakest = 0;
        for (int i = 1; i < tensions.length; i++) {
            if (safetyFactor(segments.get(i), tensions[i]) < safetyFactor(segments.get(weakest), tensions[weakest])) {
                weakest = i;
            }
        }
        return weakest;
    }

    private static double safetyFactor(Segment segment, double tensionKN) {
        return segment.breakingLoadKN() / tensionKN;
    }
}
