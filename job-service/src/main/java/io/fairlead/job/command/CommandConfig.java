package io.fairlead.job.command;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How commands on Kafka are taken. */
@ConfigMapping(prefix = "fairlead.commands")
public interface CommandConfig {

    /** Where this API is for whoever is told of a command's job: links begin with it. */
    @WithDefault("http://localhost:8088/")
    URI base();

    /** How far the clocks of producer, broker and identity provider may differ. */
    @WithDefault("PT1M")
    Duration skew();
}
