package io.fairlead.telemetry.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/** How exports are cut, and how long they are known. */
@ConfigMapping(prefix = "fairlead.exports")
public interface ExportRules {

    /** About so many rows make a part. */
    @WithDefault("1000000")
    long partRows();

    /** An export has at most so many parts. */
    @WithDefault("100000")
    int mostParts();

    /** How long an export can be fetched. */
    @WithDefault("P30D")
    Period retention();
}
