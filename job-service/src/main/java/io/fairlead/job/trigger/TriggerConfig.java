package io.fairlead.job.trigger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** What may start jobs. */
@ConfigMapping(prefix = "fairlead.triggers")
public interface TriggerConfig {

    /** The topics that are listened to. */
    List<String> topics();

    /** How many jobs may start each other in a row. */
    @WithDefault("8")
    int longestChain();
}
