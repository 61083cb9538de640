package io.fairlead.telemetry.analytics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Which of several runs' results for one period are asked for. */
public enum ResultState {
    /** Those of the newest run of each model. */
    @JsonProperty("current")
    CURRENT,
    /** Those that a newer run has replaced. */
    @JsonProperty("superseded")
    SUPERSEDED,
    @JsonProperty("all")
    ALL;

    /** As it is written in a query. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
