package io.fairlead.job.log;

import io.fairlead.job.process.LogLevel;
import java.time.Instant;

/** A line that a worker wrote. */
public record LogLine(Instant time, LogLevel level, String message) {

    /** How many characters a line has at most. */
    public static final int LONGEST = 1000;
}
