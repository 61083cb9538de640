package io.fairlead.telemetry.influx;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How line protocol is taken in. */
@ConfigMapping(prefix = "fairlead.influx")
public interface InfluxRules {

    /** The tag that names the vessel. */
    @WithDefault("vessel")
    String vesselTag();

    /** How large a compressed request may become. */
    @WithDefault("32M")
    MemorySize unpacked();
}
