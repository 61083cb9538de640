package io.fairlead.fleet.schedule;

import com.fasterxml.jackson.annotation.JsonValue;
import io.fairlead.core.json.EnumText;

/** What a schedule is for. */
public enum ScheduleKind {
    VOYAGE,
    MAINTENANCE,
    PRODUCTION,
    CREW_CHANGE;

    /** As it is written in JSON, in a query and in the database. */
    @JsonValue
    @Override
    public String toString() {
        return EnumText.of(this);
    }

    /** Reads what {@link #toString()} writes, in any case; fails with an IllegalArgumentException on any other text. */
    public static ScheduleKind fromString(String text) {
        return EnumText.read(ScheduleKind.class, text);
    }
}
