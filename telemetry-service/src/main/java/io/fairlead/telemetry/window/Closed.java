package io.fairlead.telemetry.window;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fairlead.core.Computation;
import java.util.Locale;

/**
 * Which of its two ends belongs to a window. It decides where a reading on the line between two windows counts, and for
 * which side of its time a power reading speaks: for what follows it, or for what came before it.
 *
 * <p>Only instants need it. A span of time that is cut at the line is the same either way.
 */
@Computation
public enum Closed {
    /** {@code [w - 15 min, w)}: a reading at 4:15 belongs to 4:30 and speaks for the time after it. */
    @JsonProperty("left")
    LEFT,
    /** {@code (w - 15 min, w]}: a reading at 4:15 belongs to 4:15 and speaks for the time before it. */
    @JsonProperty("right")
    RIGHT;

    /** The end of the window that an instant belongs to. */
    public long endOf(long time) {
        return this == LEFT ? QuarterHours.endOf(time) : QuarterHours.lastEndBefore(time);
    }

    /** Whether an instant lies after the window with this end. */
    boolean isAfter(long time, long end) {
        return this == LEFT ? time >= end : time > end;
    }

    /** Its name in the settings and the API. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
