package io.fairlead.fleet.vessel;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whether a vessel is part of today's fleet. */
public enum VesselStatus {
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("retired")
    RETIRED;

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
    public static VesselStatus fromString(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
