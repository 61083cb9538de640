package io.fairlead.telemetry.table;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** How many tables are given out at once. */
@ConfigMapping(prefix = "fairlead.downloads")
public interface DownloadRules {

    /** How many are written at the same time, one person's being half of them at most; if not set, as many as the heap has room for. */
    OptionalInt atOnce();

    /** How long one waits for its turn before it is refused with 503. */
    @WithDefault("PT20S")
    Duration patience();
}
