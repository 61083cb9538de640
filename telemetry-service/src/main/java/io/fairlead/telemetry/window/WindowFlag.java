package io.fairlead.telemetry.window;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fairlead.core.Computation;
import java.util.Locale;

/** What a reader of a window should know of its quality. */
@Computation
public enum WindowFlag {
    /** A counter went back a little; the time since its previous reading counts 0. */
    @JsonProperty("counter-drop")
    COUNTER_DROP,
    /** A counter began anew; what it counted between its last reading before that and the new beginning is lost. */
    @JsonProperty("counter-reset")
    COUNTER_RESET;

    /** The flag of that name. */
    public static WindowFlag of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Its name in the API, the events and the store. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
