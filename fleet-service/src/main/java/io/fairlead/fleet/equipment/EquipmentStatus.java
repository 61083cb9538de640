package io.fairlead.fleet.equipment;

import com.fasterxml.jackson.annotation.JsonValue;
import io.fairlead.core.json.EnumText;

/** Whether a piece of equipment is in use. */
public enum EquipmentStatus {
    ACTIVE,
    INACTIVE;

    /** As it is written in JSON, in a query and in the database. */
    @JsonValue
    @Override
    public String toString() {
        return EnumText.of(this);
    }

    /** Reads what {@link #toString()} writes, in any case; fails with an IllegalArgumentException on any other text. */
    public static EquipmentStatus fromString(String text) {
        return EnumText.read(EquipmentStatus.class, text);
    }
}
