package io.fairlead.fleet.schedule;

import com.fasterxml.jackson.annotation.JsonValue;
import io.fairlead.core.json.EnumText;

/** How far a schedule has come. */
public enum ScheduleStatus {
    PLANNED,
    ACTIVE,
    COMPLETED,
    CANCELLED;

    /** As it is written in JSON, in a query and in the database. */
    @JsonValue
    @Override
    public String toString() {
        return EnumText.of(this);
    }

    /** Reads what {@link #toString()} writes, in any case; fails with an IllegalArgumentException on any other text. */
    public static ScheduleStatus fromString(String text) {
        return EnumText.read(ScheduleStatus.class, text);
    }
}
