package io.fairlead.telemetry.window;

import java.math.BigDecimal;

/**
 * What a cumulative energy counter showed at an instant.
 *
 * @param time nanoseconds since 1970
 * @param wh watt-hours since the counter began
 */
public record CounterReading(long time, BigDecimal wh) {}
