package io.fairlead.fleet.vessel;

import com.fasterxml.jackson.annotation.JsonValue;
import io.fairlead.core.json.EnumText;

/** What kind of vessel or offshore unit it is. */
public enum VesselType {
    FPSO,
    FSO,
    TANKER,
    SUPPLY,
    TUG,
    SURVEY,
    OTHER;

    /** As it is written in JSON, in a query and in the database. */
    @JsonValue
    @Override
    public String toString() {
        return EnumText.of(this);
    }

    /** Reads what {@link #toString()} writes, in any case; fails with an IllegalArgumentException on any other text. */
    public static VesselType fromString(String text) {
        return EnumText.read(VesselType.class, text);
    }
}
