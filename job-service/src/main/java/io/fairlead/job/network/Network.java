package io.fairlead.job.network;

import io.fairlead.core.Computation;
import java.util.List;

/** Nodes and the fibre pairs between them; each pair carries every wavelength once, in both directions. */
@Computation
public record Network(List<String> nodes, List<Link> links) {

    /** A fibre pair. */
    public record Link(String from, String to, double lengthKm) {}
}
