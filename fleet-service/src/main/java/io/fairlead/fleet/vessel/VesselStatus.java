package io.fairlead.fleet.vessel;

import com.fasterxml.jackson.annotation.JsonValue;
import io.fairlead.core.json.EnumText;

/** Whether a vessel is part of today's fleet. */
public enum VesselStatus {
    ACTIVE,
    RETIRED;

    /** As it is written in JSON, in a query and in the database. */
    @JsonValue
    @Override
    public String toString() {
        return EnumText.of(this);
    }

    /** Reads what {@link #toString()} writes, in any case; fails with an IllegalArgumentException on any other text. */
    public static VesselStatus fromString(String text) {
        return EnumText.read(VesselStatus.class, text);
    }
}
