package io.fairlead.telemetry.analytics;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fairlead.core.Computation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a result's value is. */
@Computation
public enum ValueType {
    /** One number. */
    @JsonProperty("number")
    NUMBER,
    /** Points of time and value, in the order of their times. */
    @JsonProperty("series")
    SERIES,
    /** Named columns and rows of single values. */
    @JsonProperty("table")
    TABLE,
    /** A JSON object of any shape. */
    @JsonProperty("object")
    OBJECT;

    /** As it is written in JSON, in events and in the database. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads what {@link #toString()} writes. */
    static Optional<ValueType> find(String text) {
        return Arrays.stream(values())
                .filter(type -> type.toString().equals(text))
                .findFirst();
    }

    /** Whether such a value has one unit as a whole. */
    boolean hasUnit() {
        return this == NUMBER || this == SERIES;
    }
}
