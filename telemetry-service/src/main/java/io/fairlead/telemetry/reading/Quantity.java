package io.fairlead.telemetry.reading;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a channel measures, as far as windows care. */
public enum Quantity {
    /** Power at an instant: becomes windows by its mean. */
    @JsonProperty("power")
    POWER,
    /** Energy of a time span: spread over windows. */
    @JsonProperty("energy")
    ENERGY,
    /** Energy since a meter began to count: its differences are spread over windows. */
    @JsonProperty("counter")
    COUNTER,
    /** Anything else: kept and served, but it makes no windows. */
    @JsonProperty("other")
    OTHER;

    /** Whether its readings become windows. */
    public boolean hasWindows() {
        return this != OTHER;
    }

    /** Its name in the API and in the store. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The quantity of that name. */
    public static Quantity of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
