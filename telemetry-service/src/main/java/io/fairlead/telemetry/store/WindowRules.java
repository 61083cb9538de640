package io.fairlead.telemetry.store;

import io.fairlead.telemetry.window.Closed;
import io.fairlead.telemetry.window.WindowMethod;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Period;

/** How windows are made, per deployment. */
@ConfigMapping(prefix = "fairlead.windows")
public interface WindowRules {

    /** Which end belongs to a window. Set it before the first reading: windows that are there are not made anew. */
    @WithDefault("left")
    Closed closed();

    /** How power becomes energy: {@code mean} or {@code time-weighted}. */
    @WithDefault("mean")
    WindowMethod method();

    /** How long a window must have ended, and must not have changed, to be final. */
    @WithDefault("PT2H")
    Duration finalAfter();

    /** How often an instance looks for windows that are due to be final. */
    @WithDefault("1m")
    Duration finalEvery();

    /** How long one power reading speaks for at most, when no other follows it: this makes the coverage. */
    @WithDefault("PT5M")
    Duration maxGap();

    /** How often windows are brought up to date after readings that came in bulk; as Quarkus' scheduler writes it. */
    String settleEvery();

    /** How long windows are kept; they outlive the readings that they were made from. */
    @WithDefault("P10Y")
    Period retention();
}
