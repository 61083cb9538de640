package io.fairlead.job.process;

import com.fasterxml.jackson.annotation.JsonValue;
import io.fairlead.core.Computation;
import io.fairlead.core.json.EnumText;

/** How much a line of a job's log matters. */
@Computation
public enum LogLevel {
    DEBUG,
    INFO,
    WARN,
    ERROR;

    /** The level of that name. */
    public static LogLevel parse(String text) {
        return EnumText.read(LogLevel.class, text);
    }

    @JsonValue
    @Override
    public String toString() {
        return EnumText.of(this);
    }
}
