package io.fairlead.job.carbon;

import com.fasterxml.jackson.annotation.JsonValue;
import io.fairlead.core.Computation;
import io.fairlead.core.json.EnumText;

/** The ship types for which a required carbon intensity is laid down: MARPOL Annex VI, regulations 2 and 28. */
@Computation
public enum ShipType {
    BULK_CARRIER(Capacity.DEADWEIGHT),
    GAS_CARRIER(Capacity.DEADWEIGHT),
    TANKER(Capacity.DEADWEIGHT),
    CONTAINER_SHIP(Capacity.DEADWEIGHT),
    GENERAL_CARGO_SHIP(Capacity.DEADWEIGHT),
    REFRIGERATED_CARGO_CARRIER(Capacity.DEADWEIGHT),
    COMBINATION_CARRIER(Capacity.DEADWEIGHT),
    LNG_CARRIER(Capacity.DEADWEIGHT),
    RO_RO_VEHICLE_CARRIER(Capacity.GROSS_TONNAGE),
    RO_RO_CARGO_SHIP(Capacity.GROSS_TONNAGE),
    RO_RO_PASSENGER_SHIP(Capacity.GROSS_TONNAGE),
    RO_RO_PASSENGER_HIGH_SPEED_CRAFT(Capacity.GROSS_TONNAGE),
    CRUISE_PASSENGER_SHIP(Capacity.GROSS_TONNAGE);

    /** What its carbon intensity is divided by besides distance: AER takes deadweight, cgDIST gross tonnage. */
    public enum Capacity {
        DEADWEIGHT("AER"),
        GROSS_TONNAGE("cgDIST");

        private final String indicator;

        Capacity(String indicator) {
            this.indicator = indicator;
        }

        String indicator() {
            return indicator;
        }
    }

    private final Capacity capacity;

    ShipType(Capacity capacity) {
        this.capacity = capacity;
    }

    Capacity capacity() {
        return capacity;
    }

    /** Its name in the API. */
    @JsonValue
    @Override
    public String toString() {
        return EnumText.of(this);
    }
}
