package io.fairlead.telemetry.influx;

import io.fairlead.core.Computation;
import java.util.Optional;

/** What one unit of a line's time stamp is worth. */
@Computation
enum Precision {
    NANOSECONDS(1L),
    MICROSECONDS(1_000L),
    MILLISECONDS(1_000_000L),
    SECONDS(1_000_000_000L),
    MINUTES(60_000_000_000L),
    HOURS(3_600_000_000_000L);

    private final long nanos;

    Precision(long nanos) {
        this.nanos = nanos;
    }

    /** As version 2 of the protocol names them; nanoseconds when nothing is said. */
    static Optional<Precision> current(String name) {
        return Optional.ofNullable(
                switch (name == null ? "" : name) {
                    case "", "ns" -> NANOSECONDS;
                    case "us" -> MICROSECONDS;
                    case "ms" -> MILLISECONDS;
                    case "s" -> SECONDS;
                    default -> null;
                });
    }

    /** As version 1 names them: shorter aliases, minutes and hours too. */
    static Optional<Precision> legacy(String name) {
        return switch (name == null ? "" : name) {
            case "n" -> Optional.of(NANOSECONDS);
            case "u", "µ" -> Optional.of(MICROSECONDS);
            case "m" -> Optional.of(MINUTES);
            case "h" -> Optional.of(HOURS);
            default -> current(name);
        };
    }

    /**
     * A time stamp in nanoseconds since 1970.
     *
     * @return {@link Long#MIN_VALUE} when no 64 bits can hold it
     */
    long nanos(long time) {
        long high = Math.multiplyHigh(time, nanos);
        long low = time * nanos;
        return high == low >> 63 ? low : Long.MIN_VALUE;
    }
}
