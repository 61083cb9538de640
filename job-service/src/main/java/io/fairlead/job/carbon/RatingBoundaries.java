package io.fairlead.job.carbon;

import io.fairlead.core.Computation;

/**
 * How attained and required carbon intensity compare at the edges of the ratings: resolution MEPC.354(78), 2022 guidelines on
 * the rating (G4), table 1, the vectors exp(d1) to exp(d4).
 *
 * @param superior between A and B
 * @param lower between B and C
 * @param upper between C and D
 * @param inferior between D and E
 */
@Computation
record RatingBoundaries(double superior, double lower, double upper, double inferior) {

    static RatingBoundaries of(ShipType type, double capacity) {
        return switch (type) {
            case BULK_CARRIER -> new RatingBoundaries(0.86, 0.94, 1.06, 1.18);
            case GAS_CARRIER -> capacity >= 65_000
                    ? new RatingBoundaries(0.81, 0.91, 1.12, 1.44)
                    : new RatingBoundaries(0.85, 0.95, 1.06, 1.25);
            case TANKER -> new RatingBoundaries(0.82, 0.93, 1.08, 1.28);
            case CONTAINER_SHIP -> new RatingBoundaries(0.83, 0.94, 1.07, 1.19);
            case GENERAL_CARGO_SHIP -> new RatingBoundaries(0.83, 0.94, 1.06, 1.19);
            case REFRIGERATED_CARGO_CARRIER -> new RatingBoundaries(0.78, 0.91, 1.07, 1.20);
            case COMBINATION_CARRIER -> new RatingBoundaries(0.87, 0.96, 1.06, 1.14);
            case LNG_CARRIER -> capacity >= 100_000
                    ? new RatingBoundaries(0.89, 0.98, 1.06, 1.13)
                    : new RatingBoundaries(0.78, 0.92, 1.10, 1.37);
            case RO_RO_VEHICLE_CARRIER -> new RatingBoundaries(0.86, 0.94, 1.06, 1.16);
            case RO_RO_CARGO_SHIP -> new RatingBoundaries(0.76, 0.89, 1.08, 1.27);
            case RO_RO_PASSENGER_SHIP, RO_RO_PASSENGER_HIGH_SPEED_CRAFT -> new RatingBoundaries(0.76, 0.92, 1.14, 1.30);
            case CRUISE_PASSENGER_SHIP -> new RatingBoundaries(0.87, 0.95, 1.06, 1.16);
        };
    }

    /** A ship on the edge of two ratings has the better one. */
    Rating rating(double attained, double required) {
        double ratio = attained / required;
        if (ratio <= superior) {
            return Rating.A;
        }
        if (ratio <= lower) {
            return Rating.B;
        }
        if (ratio <= upper) {
            return Rating.C;
        }
        return ratio <= inferior ? Rating.D : Rating.E;
    }

    Requirement.Limits limits(double required) {
        return new Requirement.Limits(superior * required, lower * required, upper * required, inferior * required);
    }
}
