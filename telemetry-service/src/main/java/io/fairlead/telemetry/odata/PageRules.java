package io.fairlead.telemetry.odata;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is answered at once. */
@ConfigMapping(prefix = "fairlead.odata")
public interface PageRules {

    /** A page has at most so many entities, fewer when the client prefers fewer. A page is in memory as a whole. */
    @WithDefault("10000")
    int pageSize();
}
