package io.fairlead.telemetry.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** From which topic records are taken, and which of their times are believed. */
@ConfigMapping(prefix = "fairlead.records")
public interface RecordRules {

    /** The topic. */
    String topic();

    /** How far the clocks of producer, broker and identity provider may differ. */
    @WithDefault("PT1M")
    Duration skew();
}
