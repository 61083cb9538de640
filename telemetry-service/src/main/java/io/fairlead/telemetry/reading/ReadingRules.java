package io.fairlead.telemetry.reading;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Which readings are plausible enough to be kept. */
@ConfigMapping(prefix = "fairlead.readings")
public interface ReadingRules {

    /** No reading is older than this. */
    @WithDefault("2000-01-01T00:00:00Z")
    Instant earliest();

    /** How far ahead of ours a sender's clock may be. */
    @WithDefault("PT24H")
    Duration ahead();

    /** The limits at this moment. */
    default TimeLimits limits(Clock clock) {
        return new TimeLimits(earliest(), clock.instant().plus(ahead()));
    }
}
