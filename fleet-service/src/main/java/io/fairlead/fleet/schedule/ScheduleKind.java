package io.fairlead.fleet.schedule;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a schedule is for. */
public enum ScheduleKind {
    @JsonProperty("voyage")
    VOYAGE,
    @JsonProperty("maintenance")
    MAINTENANCE,
    @JsonProperty("production")
    PRODUCTION,
    @JsonProperty("crew-change")
    CREW_CHANGE;

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
    public static ScheduleKind fromString(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
