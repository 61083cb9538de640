package io.fairlead.telemetry.window;

/** How long the rows of an answer are, named as ISO 8601 names durations. */
public enum Interval {
    /** A window. */
    PT15M,
    /** An hour. */
    PT1H,
    /** A day. */
    P1D,
    /** A month. */
    P1M
}
