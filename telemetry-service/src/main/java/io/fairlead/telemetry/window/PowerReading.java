package io.fairlead.telemetry.window;

import java.math.BigDecimal;

/**
 * The power at an instant.
 *
 * @param time nanoseconds since 1970
 */
public record PowerReading(long time, BigDecimal kW) {}
