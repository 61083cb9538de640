package io.fairlead.telemetry.token;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** A role that a token can carry: one of the realm's, see {@link io.fairlead.core.identity.Roles}. */
public enum TokenScope {
    @JsonProperty("viewer")
    VIEWER,
    @JsonProperty("operator")
    OPERATOR,
    @JsonProperty("ingest")
    INGEST,
    @JsonProperty("worker")
    WORKER,
    @JsonProperty("admin")
    ADMIN;

    /** As it is written in JSON and in the database, and what the role is called. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads what {@link #toString()} writes. */
    static TokenScope fromString(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
