package io.fairlead.job.log;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How much of what workers write is kept. */
@ConfigMapping(prefix = "fairlead.job-log")
public interface LogConfig {

    /** How many lines of a job; the oldest go. */
    @WithDefault("10000")
    @Min(1)
    int lines();
}
