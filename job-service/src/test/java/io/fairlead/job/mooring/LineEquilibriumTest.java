package io.fairlead.job.mooring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineEquilibriumTest {

    private static final double RIGID = 1e14;

    @Test
    void shouldMeetTheInextensibleCatenaryInClosedFormWhenItTouchesDown() {
        // A chain of 1 kN/m from 100 m up, 1000 kN horizontally: with a = H/w = 1000 m the suspended length is
        // s = sqrt(h (h + 2a)), its span a acosh(1 + h/a), and the tension at the fairlead H + w h.
        double suspended = Math.sqrt(100 * (100 + 2 * 1000));
        double arc = 1000 * Math.log(1.1 + Math.sqrt(1.1 * 1.1 - 1));
        double resting = 700 - suspended;

        LineState line = Moorings.line(arc + resting, 100, 0, new Segment(700, 1, RIGID, 5000));

        assertThat(line.horizontalTensionKN()).isCloseTo(1000, within(1e-4));
        assertThat(line.verticalTensionKN()).isCloseTo(suspended, within(1e-4));
        assertThat(line.fairleadTensionKN()).isCloseTo(1100, within(1e-4));
        assertThat(line.laybackM()).isCloseTo(arc, within(1e-4));
        assertThat(line.restingLengthM()).isCloseTo(resting, within(1e-4));
        assertThat(line.anchorUpliftKN()).isZero();
        assertThat(line.safetyFactor()).isCloseTo(5000 / 1100.0, within(1e-6));
    }

    @Test
    void shouldMeetTheInextensibleCatenaryInClosedFormWhenItPullsUpItsAnchor() {
        // Of a symmetric cable of parameter a, hung between two points 2 c apart, the half from its lowest point to c
        // together with a piece of the other half, from -b, is a line with uplift at the anchor.
        double a = 500;
        double length = a * (Math.sinh(0.8) - Math.sinh(0.2));
        double height = a * (Math.cosh(0.8) - Math.cosh(0.2));

        LineState line = Moorings.line(a * 0.6, height, 0, new Segment(length, 2, RIGID, 9000));

        assertThat(line.horizontalTensionKN()).isCloseTo(1000, within(1e-4));
        assertThat(line.fairleadTensionKN()).isCloseTo(1000 * Math.cosh(0.8), within(1e-4));
        assertThat(line.anchorUpliftKN()).isCloseTo(1000 * Math.sinh(0.2), within(1e-4));
        assertThat(line.anchorUpliftDeg()).isCloseTo(Math.toDegrees(Math.atan(Math.sinh(0.2))), within(1e-6));
        assertThat(line.restingLengthM()).isZero();
    }

    @Test
    void shouldStretchLikeASpringWhenItIsNearlyWeightless() {
        // 1000 m of rope of EA = 50 MN over 600 m x 816 m: 1012.7... m apart, so T = EA (distance / length - 1).
        double distance = Math.hypot(600, 816);

        LineState line = Moorings.line(600, 816, 0, new Segment(1000, 1e-4, 50_000, 2000));

        assertThat(line.fairleadTensionKN()).isCloseTo(50_000 * (distance / 1000 - 1), within(0.1));
    }

    @Test
    void shouldAgreeWithTheLineInFineSteps() {
        List<Segment> segments = List.of(
                new Segment(400, 1.8, 900_000, 9000),
                new Segment(700, 0.35, 400_000, 8000),
                new Segment(150, 2.4, 1_100_000, 9500));

        LineState line = Moorings.line(1190, 330, 0, segments.toArray(Segment[]::new));

        double[] end = inFineSteps(segments, line.horizontalTensionKN(), line.verticalTensionKN());
        assertThat(end[0]).isCloseTo(1190, within(1e-3));
        assertThat(end[1]).isCloseTo(330, within(1e-3));
        assertThat(line.restingLengthM()).isBetween(1.0, 399.0);
    }

    /** Integrates dx/ds = H/T (1 + T/EA), dz/ds = V/T (1 + T/EA), dV/ds = -w from the fairlead by the midpoint rule. */
    private static double[] inFineSteps(List<Segment> segments, double horizontal, double vertical) {
        List<Segment> fromFairlead = new ArrayList<>(segments);
        Collections.reverse(fromFairlead);
        double x = 0;
        double z = 0;
        double v = vertical;
        int steps = 200_000;
        for (Segment segment : fromFairlead) {
            double ds = segment.lengthM() / steps;
            for (int i = 0; i < steps; i++) {
                double middle = Math.max(0, v - segment.weightInWaterKNPerM() * ds / 2);
                double tension = Math.hypot(horizontal, middle);
                double stretched = ds * (1 + tension / segment.axialStiffnessKN());
                x += horizontal / tension * stretched;
                z += middle / tension * stretched;
                v = Math.max(0, v - segment.weightInWaterKNPerM() * ds);
            }
        }
        return new double[] {x, z};
    }

    @Test
    void shouldLoseTensionToTheSeabed() {
        Segment chain = new Segment(902.2, 0.698094, 384_243, 7000);

        LineState rough = Moorings.line(848.67, 250, 0.2, chain);

        double lost = rough.horizontalTensionKN() - rough.anchorTensionKN();
        assertThat(rough.restingLengthM()).isPositive();
        assertThat(lost).isCloseTo(0.2 * 0.698094 * rough.restingLengthM(), within(1e-9));
    }

    @Test
    void shouldLeaveNothingToTheAnchorWhenTheSeabedHoldsTheLine() {
        LineState line = Moorings.line(420, 100, 1, new Segment(500, 2, 800_000, 7000));

        assertThat(line.anchorTensionKN()).isZero();
    }

    @Test
    void shouldHangStraightDownWhenItIsTooLong() {
        LineState line = Moorings.line(200, 100, 0, new Segment(700, 2, 800_000, 7000));

        assertThat(line.slack()).isTrue();
        assertThat(line.horizontalTensionKN()).isZero();
        assertThat(line.verticalTensionKN()).isCloseTo(200, within(0.1));
        assertThat(line.declinationDeg()).isEqualTo(90);
    }

    @Test
    void shouldNameTheSegmentWithTheSmallestSafetyFactor() {
        LineState line = Moorings.line(
                1080,
                330,
                0,
                new Segment(400, 1.8, 900_000, 9000),
                new Segment(700, 0.35, 400_000, 2000),
                new Segment(150, 2.4, 1_100_000, 9500));

        assertThat(line.weakestSegment()).isEqualTo(2);
    }
}
