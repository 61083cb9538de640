package io.fairlead.telemetry.window;

import java.math.BigDecimal;

/**
 * What one series did in 15 minutes.
 *
 * @param end its right end, which labels it, in nanoseconds since 1970
 * @param kWh the energy
 * @param meanKW the mean power
 * @param minKW the least power reported
 * @param maxKW the greatest power reported
 * @param count how many readings or reports it was made from
 * @param coverageSeconds how many of its 900 seconds they speak for
 */
public record Window(
        long end,
        BigDecimal kWh,
        BigDecimal meanKW,
        BigDecimal minKW,
        BigDecimal maxKW,
        int count,
        int coverageSeconds) {}
