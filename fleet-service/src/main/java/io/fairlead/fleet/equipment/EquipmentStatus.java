package io.fairlead.fleet.equipment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whether a piece of equipment is in use. */
public enum EquipmentStatus {
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("inactive")
    INACTIVE;

    /** As it is written in JSON, in a query and in the database. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads what {@link #toString()} writes, in any case.
     *
     * @throws IllegalArgumentException when there is no such status
     */
    public static EquipmentStatus fromString(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
