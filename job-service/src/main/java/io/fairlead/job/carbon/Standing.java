package io.fairlead.job.carbon;

import io.fairlead.core.Computation;

/**
 * Where a ship stands by what it emitted and how far it came.
 *
 * @param attainedGrams attained CII: g of CO2 for each tonne of capacity (or unit of gross tonnage) and nautical mile, by
 *     resolution MEPC.352(78), guidelines G1, without the corrections of G5
 */
@Computation
public record Standing(double co2Tonnes, double distanceNauticalMiles, double attainedGrams, Rating rating) {

    private static final double GRAMS_PER_TONNE = 1e6;

    static Standing of(double co2Tonnes, double distanceNauticalMiles, Requirement requirement) {
        double attained = co2Tonnes * GRAMS_PER_TONNE / (requirement.capacity() * distanceNauticalMiles);
        return new Standing(
                co2Tonnes,
                distanceNauticalMiles,
                attained,
                requirement.boundaries().rating(attained, requirement.requiredGrams()));
    }
}
