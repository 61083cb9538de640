package io.fairlead.job.carbon;

import io.fairlead.core.Computation;

/**
 * What of a ship its carbon intensity depends on.
 *
 * @param deadweightTonnes null when the type is measured by gross tonnage
 * @param grossTonnage null when the type is measured by deadweight
 */
@Computation
public record Ship(ShipType type, Double deadweightTonnes, Double grossTonnage) {

    /** What its type is measured by; null when that is not given. */
    Double capacity() {
        return type.capacity() == ShipType.Capacity.DEADWEIGHT ? deadweightTonnes : grossTonnage;
    }
}
