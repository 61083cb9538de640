package io.fairlead.telemetry.window;

import java.math.BigDecimal;

/**
 * The energy of a time span, as reported.
 *
 * @param start nanoseconds since 1970; the same as {@code end} when the report did not say where it begins
 * @param end nanoseconds since 1970, exclusive
 * @param wh watt-hours
 */
public record EnergyReport(long start, long end, BigDecimal wh) {

    /** Whether it says where it begins. */
    public boolean hasStart() {
        return start < end;
    }

    long length() {
        return end - start;
    }
}
