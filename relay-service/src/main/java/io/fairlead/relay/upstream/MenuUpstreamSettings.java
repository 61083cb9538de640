package io.fairlead.relay.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the lunch-menu API is and how patient the relay is with it. */
@ConfigMapping(prefix = "fairlead.relay.menu")
public interface MenuUpstreamSettings extends UpstreamSettings {

    @Override
    @WithDefault("http://127.0.0.1:8109")
    URI url();

    @Override
    @WithDefault("5m")
    Duration defaultFreshness();
}
