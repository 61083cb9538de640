package io.fairlead.job.mooring;

import io.fairlead.core.Computation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A unit held by lines in all directions. It moves sideways as a whole, without turning, rolling or heaving. */
@Computation
final class SpreadMooring {

    private final List<MooringLine> lines;
    private final List<LineEquilibrium> equilibria;

    SpreadMooring(double waterDepthM, List<MooringLine> lines) {
        this.lines = lines;
        this.equilibria = lines.stream()
                .map(line -> new LineEquilibrium(line, waterDepthM))
                .toList();
    }

    /**
     * Where all lines pull together.
     *
     * @param xKN what they pull the unit along x
     * @param yKN along y
     * @param verticalKN how much they weigh on it
     * @param yawKNM how they turn it, about the frame's origin moved by the offset, from x to y
     * @param lines each line, in the given order
     */
    record Pull(double xKN, double yKN, double verticalKN, double yawKNM, List<LineState> lines) {

        LineState weakest() {
            return lines.stream()
                    .min(Comparator.comparingDouble(LineState::safetyFactor))
                    .orElseThrow();
        }

        LineState tightest() {
            return lines.stream()
                    .max(Comparator.comparingDouble(LineState::fairleadTensionKN))
                    .orElseThrow();
        }

        double upliftKN() {
            return lines.stream().mapToDouble(LineState::anchorUpliftKN).max().orElseThrow();
        }
    }

    /** How the lines pull when the unit is so far from its place. */
    Pull at(double offsetXM, double offsetYM) {
        double x = 0;
        double y = 0;
        double vertical = 0;
        double yaw = 0;
        List<LineState> states = IntStream.range(0, lines.size())
                .mapToObj(i -> state(i, offsetXM, offsetYM))
                .toList();
        for (int i = 0; i < states.size(); i++) {
            MooringLine line = lines.get(i);
            double horizontal = states.get(i).horizontalTensionKN();
            double towardsX = line.anchor().xM() - line.fairlead().xM() - offsetXM;
            double towardsY = line.anchor().yM() - line.fairlead().yM() - offsetYM;
            double span = Math.hypot(towardsX, towardsY);
            double pullX = span == 0 ? 0 : horizontal * towardsX / span;
            double pullY = span == 0 ? 0 : horizontal * towardsY / span;
            x += pullX;
            y += pullY;
            vertical += states.get(i).verticalTensionKN();
            yaw += line.fairlead().xM() * pullY - line.fairlead().yM() * pullX;
        }
        return new Pull(x, y, vertical, yaw, states);
    }

    private LineState state(int i, double offsetXM, double offsetYM) {
        MooringLine line = lines.get(i);
        return equilibria
                .get(i)
                .at(Math.hypot(
                        line.anchor().xM() - line.fairlead().xM() - offsetXM,
                        line.anchor().yM() - line.fairlead().yM() - offsetYM));
    }
}
