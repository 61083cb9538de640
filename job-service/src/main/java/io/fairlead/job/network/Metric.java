package io.fairlead.job.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fairlead.core.Computation;

/** What makes a route short. */
@Computation
public enum Metric {
    @JsonProperty("length")
    LENGTH,
    @JsonProperty("hops")
    HOPS
}
