package io.fairlead.job.queue;

import com.fasterxml.jackson.annotation.JsonValue;
import io.fairlead.core.Computation;
import java.util.Locale;

/** The five statuses of a job in OGC API - Processes. */
@Computation
public enum JobStatus {
    ACCEPTED,
    RUNNING,
    SUCCESSFUL,
    FAILED,
    DISMISSED;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of that name, as in a query parameter. */
    public static JobStatus fromString(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
