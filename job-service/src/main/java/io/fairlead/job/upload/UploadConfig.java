package io.fairlead.job.upload;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much workers may send. */
@ConfigMapping(prefix = "fairlead.uploads")
public interface UploadConfig {

    /** The largest output. */
    @WithDefault("10G")
    MemorySize largest();
}
