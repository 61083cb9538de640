package io.fairlead.job.forecast;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fairlead.core.Computation;
import io.fairlead.job.energy.Period;

/** After how long a pattern comes again. */
@Computation
public enum Season {
    @JsonProperty("day")
    DAY(1),
    @JsonProperty("week")
    WEEK(7);

    private final int days;

    Season(int days) {
        this.days = days;
    }

    int windows() {
        return days * Period.WINDOWS_PER_DAY;
    }
}
