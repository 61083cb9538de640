package io.fairlead.telemetry.influx;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.reading.TimeLimits;
import io.fairlead.telemetry.window.QuarterHours;
import java.time.Instant;

/** Makes nanoseconds since 1970 of a request's time stamps. */
@Computation
final class LineTimes {

    /** No time: earlier than any that is kept. */
    static final long NONE = Long.MIN_VALUE;

    private final Precision precision;
    private final TimeLimits limits;
    private final long earliest;
    private final long latest;
    private final long now;

    LineTimes(Precision precision, TimeLimits limits, Instant now) {
        this.precision = precision;
        this.limits = limits;
        this.earliest = QuarterHours.nanos(limits.earliest());
        this.latest = QuarterHours.nanos(limits.latest());
        this.now = QuarterHours.nanos(now);
    }

    long now() {
        return now;
    }

    /** A time stamp in nanoseconds since 1970, or {@link #NONE} when it is not plausible. */
    long nanos(long stamp) {
        long nanos = precision.nanos(stamp);
        return nanos >= earliest && nanos <= latest ? nanos : NONE;
    }

    String fault() {
        return "The time must lie between " + limits.earliest() + " and " + limits.latest()
                + "; is the precision right?";
    }
}
