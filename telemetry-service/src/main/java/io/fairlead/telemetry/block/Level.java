package io.fairlead.telemetry.block;

/** How hard to press. Decoding asks for no level: what was written tells how. */
public enum Level {
    /** For the write-ahead head: packed bits, no entropy coder; the fastest both ways. */
    FAST,
    /** For sealed blocks: the fewest bytes that still decode at tens of millions of readings a second. */
    COMPACT
}
