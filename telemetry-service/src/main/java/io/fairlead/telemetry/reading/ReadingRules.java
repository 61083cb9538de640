package io.fairlead.telemetry.reading;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;

/** Which readings are plausible enough to be kept. */
@ConfigMapping(prefix = "fairlead.readings")
public interface ReadingRules {

    /** No reading is older than this. */
    @WithDefault("2000-01-01T00:00:00Z")
    Instant earliest();

    /** How far ahead of ours a sender's clock may be. */
    @WithDefault("PT24H")
    Duration ahead();

    /** How long readings are kept; older ones are refused. Windows made from them stay. */
    @WithDefault("P2Y")
    Period retention();

    /** For how long a batch that is sent again is known, whatever became of its readings since. */
    @WithDefault("P7D")
    Period remember();

    /** The limits at this moment. */
    default TimeLimits limits(Clock clock) {
        Instant kept = oldest(clock).atStartOfDay().toInstant(ZoneOffset.UTC);
        return new TimeLimits(
                kept.isAfter(earliest()) ? kept : earliest(), clock.instant().plus(ahead()));
    }

    /** The first day, in UTC, of which readings are kept. */
    default LocalDate oldest(Clock clock) {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC)).minus(retention());
    }
}
