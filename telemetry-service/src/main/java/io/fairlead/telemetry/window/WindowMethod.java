package io.fairlead.telemetry.window;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fairlead.core.Computation;
import java.util.Locale;

/** How a window's energy was found. */
@Computation
public enum WindowMethod {
    /** The mean of its power readings times 15/60. */
    @JsonProperty("mean")
    MEAN,
    /** Each power reading times the time that it speaks for. */
    @JsonProperty("time-weighted")
    TIME_WEIGHTED,
    /** Energy reports, spread in proportion over the windows that they overlap. */
    @JsonProperty("spread")
    SPREAD,
    /** The differences between a counter's readings, spread likewise. */
    @JsonProperty("difference")
    DIFFERENCE;

    /** The method of that name. */
    public static WindowMethod of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Its name in the settings, the API and the store. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
