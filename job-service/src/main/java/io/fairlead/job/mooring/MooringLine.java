package io.fairlead.job.mooring;

import io.fairlead.core.Computation;
import java.util.List;

/**
 * A line from an anchor on the seabed to a fairlead on the unit.
 *
 * @param segments from the anchor to the fairlead
 * @param seabedFriction Coulomb friction between the line and the seabed; null for none
 */
@Computation
public record MooringLine(
        String name, Anchor anchor, Fairlead fairlead, List<Segment> segments, Double seabedFriction) {

    /** Where it is held on the seabed, in a frame that is fixed to the earth. */
    public record Anchor(double xM, double yM) {}

    /** Where it leaves the unit when that has no offset, in the same frame, and how deep below the water. */
    public record Fairlead(double xM, double yM, double depthM) {}

    double friction() {
        return seabedFriction == null ? 0 : seabedFriction;
    }

    double weightKN() {
        return segments.stream().mapToDouble(Segment::weightKN).sum();
    }
}
