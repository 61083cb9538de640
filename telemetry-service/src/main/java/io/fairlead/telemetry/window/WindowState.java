package io.fairlead.telemetry.window;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fairlead.core.Computation;
import java.util.Locale;

/** How firm a window is. */
@Computation
public enum WindowState {
    /** It may well change: it has not ended, or it ended or changed a short time ago. */
    @JsonProperty("provisional")
    PROVISIONAL,
    /** It has ended and has not changed for the time set. */
    @JsonProperty("final")
    FINAL,
    /** Late data changed it after it was final. */
    @JsonProperty("revised")
    REVISED;

    /** The state of that name. */
    public static WindowState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** Its name in the API, the events and the store. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
