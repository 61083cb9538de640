package io.fairlead.job.mooring;

import java.util.List;
import java.util.stream.IntStream;

/** Moorings that tests share. */
final class Moorings {

    static final double OC3_DEPTH_M = 320;
    static final double OC4_DEPTH_M = 200;

    private Moorings() {}

    /** The OC3-Hywind spar buoy: J. Jonkman, NREL/TP-500-47535 (2010), table 4-1. Its breaking load is not published. */
    static List<MooringLine> oc3() {
        return spread(3, 853.87, 5.2, 70, new Segment(902.2, 0.698094, 384_243, 7000));
    }

    /** The OC4-DeepCwind semisubmersible: A. Robertson et al., NREL/TP-5000-60601 (2014), table 5-1. */
    static List<MooringLine> oc4() {
        return spread(3, 837.6, 40.868, 14, new Segment(835.5, 108.63 * 9.80665e-3, 753_600, 5000));
    }

    /** Equal lines around a circle, the first along x. */
    static List<MooringLine> spread(
            int count, double anchorRadius, double fairleadRadius, double fairleadDepth, Segment... segments) {
        return IntStream.range(0, count)
                .mapToObj(i -> 2 * Math.PI * i / count)
                .map(angle -> new MooringLine(
                        "%.0f".formatted(Math.toDegrees(angle)),
                        new MooringLine.Anchor(anchorRadius * Math.cos(angle), anchorRadius * Math.sin(angle)),
                        new MooringLine.Fairlead(
                                fairleadRadius * Math.cos(angle), fairleadRadius * Math.sin(angle), fairleadDepth),
                        List.of(segments),
                        null))
                .toList();
    }

    /** A line whose fairlead is above its anchor by a height, in water of that depth. */
    static LineState line(double spanM, double heightM, double friction, Segment... segments) {
        MooringLine line = new MooringLine(
                "1", new MooringLine.Anchor(spanM, 0), new MooringLine.Fairlead(0, 0, 0), List.of(segments), friction);
        return new LineEquilibrium(line, heightM).at(spanM);
    }
}
