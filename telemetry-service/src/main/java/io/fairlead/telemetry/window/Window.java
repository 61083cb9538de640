package io.fairlead.telemetry.window;

import java.math.BigDecimal;
import java.util.Set;

/**
 * What one series did in 15 minutes.
 *
 * @param end its right end, which labels it, in nanoseconds since 1970
 * @param kWh the energy
 * @param meanKW the mean power: the energy by a quarter of an hour
 * @param minKW the least power reported, null when none was
 * @param maxKW the greatest power reported, null when none was
 * @param count how many readings or reports it was made from
 * @param coverageSeconds how many of its 900 seconds they speak for
 * @param method how its energy was found
 * @param flags what is odd about it
 */
public record Window(
        long end,
        BigDecimal kWh,
        BigDecimal meanKW,
        BigDecimal minKW,
        BigDecimal maxKW,
        int count,
        int coverageSeconds,
        WindowMethod method,
        Set<WindowFlag> flags) {

    /** A window that nothing speaks for any more. */
    public static Window empty(long end, WindowMethod method) {
        return new Window(end, BigDecimal.ZERO, BigDecimal.ZERO, null, null, 0, 0, method, Set.of());
    }
}
