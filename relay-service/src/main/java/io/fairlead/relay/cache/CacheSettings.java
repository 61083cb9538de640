package io.fairlead.relay.cache;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much the cache keeps. */
@ConfigMapping(prefix = "fairlead.relay.cache")
public interface CacheSettings {

    /** How much of an instance's memory its own tier may take. */
    @WithDefault("32M")
    MemorySize memory();

    /** How many callers may wait at once, in an instance, for what memory does not have. */
    @WithDefault("10000")
    int waiters();

    /** How many responses the database tier keeps. */
    @WithDefault("10000")
    int rows();

    /** How long the database tier keeps a response. */
    @WithDefault("30d")
    Duration retention();
}
