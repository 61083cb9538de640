package io.fairlead.job.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fairlead.core.Computation;

/** Which of the free wavelengths a new lightpath takes. */
@Computation
public enum WavelengthChoice {
    /** The one with the lowest number. */
    @JsonProperty("first-fit")
    FIRST_FIT,
    /** The one that the most links use already. */
    @JsonProperty("most-used")
    MOST_USED
}
