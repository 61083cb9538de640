package io.fairlead.relay.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;

/** The outside APIs beside the lunch menus, by the names that they have in paths. */
@ConfigMapping(prefix = "fairlead.relay.upstreams")
public interface OtherUpstreamSettings {

    /** Their settings. */
    @WithParentName
    Map<String, UpstreamSettings> byName();
}
