package io.fairlead.telemetry.analytics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a result is about. */
@Schema(name = "ResultScope")
public enum Scope {
    /** One vessel. */
    @JsonProperty("vessel")
    VESSEL,
    /** The whole fleet. */
    @JsonProperty("fleet")
    FLEET;

    /** As it is written in a query. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
