package io.fairlead.relay.upstream;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the lunch-menu API is and how patient the relay is with it. */
@ConfigMapping(prefix = "fairlead.relay.menu")
public interface MenuUpstreamSettings {

    /** Its base URL. */
    @WithDefault("http://127.0.0.1:8109")
    URI url();

    /** How long a connection may take. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How long a whole answer may take. */
    @WithDefault("10s")
    Duration timeout();

    /** The largest body that is taken. */
    @WithDefault("1M")
    MemorySize maxBody();

    /** How long an answer is fresh that does not say so itself. */
    @WithDefault("5m")
    Duration defaultFreshness();

    /** How long after that it may stand in for an upstream that fails. */
    @WithDefault("7d")
    Duration staleIfError();
}
