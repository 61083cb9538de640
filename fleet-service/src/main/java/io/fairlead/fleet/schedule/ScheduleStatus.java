package io.fairlead.fleet.schedule;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How far a schedule has come. */
public enum ScheduleStatus {
    @JsonProperty("planned")
    PLANNED,
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("cancelled")
    CANCELLED;

    /** As it is written in JSON, in a query and in the database. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads what {@link #toString()} writes, in any case.
     *
     * @throws IllegalArgumentException when there is no such constant
     */
    public static ScheduleStatus fromString(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
