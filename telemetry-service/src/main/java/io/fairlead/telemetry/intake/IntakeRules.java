package io.fairlead.telemetry.intake;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much may come in at once. */
@ConfigMapping(prefix = "fairlead.intake")
public interface IntakeRules {

    /** All bodies of requests that are being taken in, together; what does not fit is refused with 503. */
    @WithDefault("64M")
    MemorySize bytes();

    /** When a refused sender is told to try again. */
    @WithDefault("PT1S")
    Duration retryAfter();
}
