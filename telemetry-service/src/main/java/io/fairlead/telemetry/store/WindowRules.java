package io.fairlead.telemetry.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Period;

/** How windows are made, per deployment. */
@ConfigMapping(prefix = "fairlead.windows")
interface WindowRules {

    /** How long one power reading speaks for at most, when no other follows it: this makes the coverage. */
    @WithDefault("PT5M")
    Duration maxGap();

    /** How often windows are brought up to date after readings that came in bulk; as Quarkus' scheduler writes it. */
    String settleEvery();

    /** How long windows are kept; they outlive the readings that they were made from. */
    @WithDefault("P10Y")
    Period retention();
}
