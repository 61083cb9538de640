package io.fairlead.job.carbon;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.fairlead.core.Computation;

/**
 * What a year asks of a ship. Intensities are in g of CO2 for each tonne of capacity (or unit of gross tonnage) and nautical
 * mile.
 *
 * @param indicator AER or cgDIST
 * @param referenceGrams the reference line at the ship's capacity
 * @param reductionPercent by how much the required CII is below it
 * @param requiredGrams the required CII, in the middle of rating C
 * @param limits the attained CII up to which each rating goes
 */
@Computation
public record Requirement(
        String indicator,
        double capacity,
        double referenceGrams,
        double reductionPercent,
        double requiredGrams,
        Limits limits,
        @JsonIgnore RatingBoundaries boundaries) {

    /** The highest attained CII of the ratings A to D; E has none. */
    public record Limits(double a, double b, double c, double d) {}

    static Requirement of(Ship ship, int year) {
        double capacity = ship.capacity();
        double percent = ReductionFactor.percent(year).orElseThrow();
        double reference = ReferenceLine.of(ship.type(), capacity).gramsPerCapacityMile();
        double required = reference * (100 - percent) / 100;
        RatingBoundaries boundaries = RatingBoundaries.of(ship.type(), capacity);
        return new Requirement(
                ship.type().capacity().indicator(),
                capacity,
                reference,
                percent,
                required,
                boundaries.limits(required),
                boundaries);
    }
}
