package io.fairlead.telemetry.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fairlead.core.Computation;
import java.util.Locale;

/** What is exported. */
@Computation
public enum ExportContent {
    /** Readings of any channels, as {@code /api/v1/sensors/readings} gives them. */
    @JsonProperty("readings")
    READINGS,
    /** What the numbers of any channels come to in equal windows, as {@code /api/v1/sensors/windows} gives it. */
    @JsonProperty("windows")
    WINDOWS,
    /** 15-minute windows of channels of power, energy and counters, of which {@code /api/v1/power} makes a vessel's. */
    @JsonProperty("power")
    POWER;

    /** Its name in the API and in the store. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The content of that name. */
    static ExportContent of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
