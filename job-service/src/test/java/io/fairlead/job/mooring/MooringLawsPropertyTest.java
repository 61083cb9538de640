package io.fairlead.job.mooring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class MooringLawsPropertyTest {

    private static final double DEPTH_M = 300;

    @Property(tries = 100)
    void shouldBalanceTheWeightOfWhatHangs(
            @ForAll @DoubleRange(min = 0.05, max = 5) double weight,
            @ForAll @DoubleRange(min = 1.02, max = 1.4) double slackness,
            @ForAll @DoubleRange(min = 100, max = 1500) double span) {
        double length = Math.hypot(span, DEPTH_M) * slackness;

        LineState line = Moorings.line(span, DEPTH_M, 0, new Segment(length, weight, 500_000, 9000));

        double hanging = weight * (length - line.restingLengthM());
        assertThat(line.verticalTensionKN() - line.anchorUpliftKN()).isCloseTo(hanging, within(1e-6 * hanging));
    }

    @Property(tries = 100)
    void shouldBeTheSameLineWhenItIsCutIntoEqualSegments(
            @ForAll @IntRange(min = 2, max = 12) int pieces,
            @ForAll @DoubleRange(min = 700, max = 900) double span,
            @ForAll @DoubleRange(min = 0, max = 0.8) double friction) {
        Segment whole = new Segment(950, 1.1, 600_000, 9000);
        Segment piece = new Segment(950.0 / pieces, 1.1, 600_000, 9000);
        List<Segment> cut = new ArrayList<>();
        for (int i = 0; i < pieces; i++) {
            cut.add(piece);
        }

        LineState one = Moorings.line(span, DEPTH_M, friction, whole);
        LineState many = Moorings.line(span, DEPTH_M, friction, cut.toArray(Segment[]::new));

        assertThat(many.fairleadTensionKN()).isCloseTo(one.fairleadTensionKN(), within(1e-5));
        assertThat(many.anchorTensionKN()).isCloseTo(one.anchorTensionKN(), within(1e-5));
        assertThat(many.restingLengthM()).isCloseTo(one.restingLengthM(), within(1e-4));
    }

    @Property(tries = 100)
    void shouldPullHarderTheFartherItsAnchorIs(
            @ForAll @DoubleRange(min = 1, max = 1100) double span,
            @ForAll @DoubleRange(min = 0.1, max = 20) double more) {
        Segment[] segments = {new Segment(500, 1.8, 900_000, 9000), new Segment(600, 0.3, 400_000, 8000)};

        LineState near = Moorings.line(span, DEPTH_M, 0.3, segments);
        LineState far = Moorings.line(span + more, DEPTH_M, 0.3, segments);

        assertThat(far.horizontalTensionKN()).isGreaterThanOrEqualTo(near.horizontalTensionKN());
        assertThat(far.slack() || far.horizontalTensionKN() > near.horizontalTensionKN())
                .isTrue();
        assertThat(far.restingLengthM()).isLessThanOrEqualTo(near.restingLengthM() + 1e-6);
    }

    @Property(tries = 50)
    void shouldPullNowhereWithoutOffsetWhenItIsSymmetric(
            @ForAll @IntRange(min = 2, max = 16) int lines, @ForAll @DoubleRange(min = 600, max = 900) double radius) {
        SpreadMooring mooring = new SpreadMooring(
                DEPTH_M, Moorings.spread(lines, radius, 20, 15, new Segment(950, 1.1, 600_000, 9000)));

        SpreadMooring.Pull pull = mooring.at(0, 0);

        double tension = pull.tightest().fairleadTensionKN();
        assertThat(pull.xKN()).isCloseTo(0, within(1e-9 * tension));
        assertThat(pull.yKN()).isCloseTo(0, within(1e-9 * tension));
        assertThat(pull.yawKNM()).isCloseTo(0, within(1e-7 * tension));
    }

    @Property(tries = 50)
    void shouldHoldBackWhicheverWayItIsMoved(
            @ForAll @DoubleRange(min = 0, max = 359) double heading,
            @ForAll @DoubleRange(min = 1, max = 30) double offset) {
        SpreadMooring mooring = new SpreadMooring(Moorings.OC3_DEPTH_M, Moorings.oc3());

        OffsetCurve.Point near = OffsetCurve.Point.of(mooring, heading, offset);
        OffsetCurve.Point far = OffsetCurve.Point.of(mooring, heading, offset + 1);

        assertThat(near.restoringForceKN()).isPositive();
        assertThat(far.restoringForceKN()).isGreaterThan(near.restoringForceKN());
    }
}
