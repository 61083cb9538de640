package io.fairlead.telemetry.window;

import io.fairlead.core.Computation;
import java.time.Instant;

/**
 * The grid of 15-minute windows, in nanoseconds since 1970: the window labelled {@code w} lies between {@code w - 15 min}
 * and {@code w}. It cuts spans of time. To which window an instant on a line belongs is for {@link Closed} to say.
 */
@Computation
public final class QuarterHours {

    /** The length of a window. */
    public static final long LENGTH = 900_000_000_000L;

    private static final long NANOS = 1_000_000_000L;

    private QuarterHours() {}

    /** The end of the window that the time from here on lies in. */
    public static long endOf(long time) {
        return startOf(time) + LENGTH;
    }

    /** The start of the window that the time from here on lies in. */
    public static long startOf(long time) {
        return Math.floorDiv(time, LENGTH) * LENGTH;
    }

    /** The end of the last window that a span up to this time, exclusive, touches. */
    public static long lastEndBefore(long time) {
        return endOf(time - 1);
    }

    /** A time as nanoseconds since 1970. */
    public static long nanos(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), NANOS), time.getNano());
    }

    /** Nanoseconds since 1970 as a time. */
    public static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }
}
