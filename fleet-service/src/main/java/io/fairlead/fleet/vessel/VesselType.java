package io.fairlead.fleet.vessel;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What kind of vessel or offshore unit it is. */
public enum VesselType {
    @JsonProperty("fpso")
    FPSO,
    @JsonProperty("fso")
    FSO,
    @JsonProperty("tanker")
    TANKER,
    @JsonProperty("supply")
    SUPPLY,
    @JsonProperty("tug")
    TUG,
    @JsonProperty("survey")
    SURVEY,
    @JsonProperty("other")
    OTHER;

    /** As it is written in JSON, in a query and in the database. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads what {@link #toString()} writes, in any case.
     *
     * @throws IllegalArgumentException when there is no such type
     */
    public static VesselType fromString(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
