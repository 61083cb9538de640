package io.fairlead.core.identity;

import io.fairlead.core.Computation;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Which vessels a token speaks for, as its {@code vessels} claim says.
 *
 * <p>Without the claim a token reads the whole fleet, as far as its roles go, and writes for no vessel. With it, both
 * end at the vessels that it lists.
 *
 * @param vessels the codes in the claim; empty when the token has no such claim
 */
@Computation
public record VesselScope(Optional<Set<String>> vessels) {

    /**
     * The scope that a claim gives.
     *
     * @param claim the claim's codes, or null when there is none
     */
    public static VesselScope of(Collection<String> claim) {
        return new VesselScope(Optional.ofNullable(claim).map(Set::copyOf));
    }

    /** Whether data of this vessel may be read. */
    public boolean mayRead(String vessel) {
        return vessels.map(codes -> codes.contains(vessel)).orElse(true);
    }

    /** Whether data may be written for this vessel. */
    public boolean mayWrite(String vessel) {
        return vessels.map(codes -> codes.contains(vessel)).orElse(false);
    }
}
