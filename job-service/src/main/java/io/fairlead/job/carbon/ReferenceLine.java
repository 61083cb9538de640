package io.fairlead.job.carbon;

import io.fairlead.core.Computation;

/**
 * The median carbon intensity of a type's ships in 2019, a · capacity^-c: resolution MEPC.353(78), 2022 guidelines on the
 * reference lines (G2), table 1.
 */
@Computation
record ReferenceLine(double a, double c, double capacity) {

    static ReferenceLine of(ShipType type, double capacity) {
        return switch (type) {
            case BULK_CARRIER -> new ReferenceLine(4745, 0.622, Math.min(capacity, 279_000));
            case GAS_CARRIER -> capacity >= 65_000
                    ? new ReferenceLine(14405e7, 2.071, capacity)
                    : new ReferenceLine(8104, 0.639, capacity);
            case TANKER -> new ReferenceLine(5247, 0.610, capacity);
            case CONTAINER_SHIP -> new ReferenceLine(1984, 0.489, capacity);
            case GENERAL_CARGO_SHIP -> capacity >= 20_000
                    ? new ReferenceLine(31948, 0.792, capacity)
                    : new ReferenceLine(588, 0.3885, capacity);
            case REFRIGERATED_CARGO_CARRIER -> new ReferenceLine(4600, 0.557, capacity);
            case COMBINATION_CARRIER -> new ReferenceLine(5119, 0.622, capacity);
            case LNG_CARRIER -> lng(capacity);
            case RO_RO_VEHICLE_CARRIER -> capacity >= 30_000
                    ? new ReferenceLine(3627, 0.590, Math.min(capacity, 57_700))
                    : new ReferenceLine(330, 0.329, capacity);
            case RO_RO_CARGO_SHIP -> new ReferenceLine(1967, 0.485, capacity);
            case RO_RO_PASSENGER_SHIP -> new ReferenceLine(2023, 0.460, capacity);
            case RO_RO_PASSENGER_HIGH_SPEED_CRAFT -> new ReferenceLine(4196, 0.460, capacity);
            case CRUISE_PASSENGER_SHIP -> new ReferenceLine(930, 0.383, capacity);
        };
    }

    private static ReferenceLine lng(double capacity) {
        if (capacity >= 100_000) {
            return new ReferenceLine(9.827, 0, capacity);
        }
        return capacity >= 65_000
                ? new ReferenceLine(14479e10, 2.673, capacity)
                : new ReferenceLine(14779e10, 2.673, 65_000);
    }

    /** In g of CO2 for each tonne of capacity and nautical mile. */
    double gramsPerCapacityMile() {
        return a * Math.pow(capacity, -c);
    }
}
