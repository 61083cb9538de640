package io.fairlead.telemetry.window;

import io.fairlead.core.Computation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Spreads one energy report over the windows that it overlaps, in proportion to the overlap: whole watt-hours to each,
 * the remainder to the last, so that the shares add up to the report exactly.
 *
 * <p>A share is rounded to the millionth of a watt-hour before it is cut to whole ones: the last digit of a decimal
 * fraction must not cost a window a watt-hour.
 */
@Computation
public final class EnergySpread {

    private static final int MICRO = 6;

    private EnergySpread() {}

    /**
     * One window's part of a report.
     *
     * @param windowEnd which window
     * @param from where the overlap begins
     * @param to where it ends, exclusive
     * @param wh its watt-hours
     */
    record Share(long windowEnd, long from, long to, BigDecimal wh) {}

    /** The shares of a report that has a start, in the order of the windows. */
    static List<Share> shares(EnergyReport report) {
        List<Share> shares = new ArrayList<>();
        BigDecimal length = BigDecimal.valueOf(report.length());
        BigDecimal left = report.wh();
        long last = QuarterHours.lastEndBefore(report.end());
        for (long end = QuarterHours.endOf(report.start()); end <= last; end += QuarterHours.LENGTH) {
            long from = Math.max(report.start(), end - QuarterHours.LENGTH);
            long to = Math.min(report.end(), end);
            BigDecimal wh = end == last ? left : whole(report.wh(), to - from, length);
            left = left.subtract(wh);
            shares.add(new Share(end, from, to, wh));
        }
        return shares;
    }

    private static BigDecimal whole(BigDecimal wh, long overlap, BigDecimal length) {
        return wh.multiply(BigDecimal.valueOf(overlap))
                .divide(length, MICRO, RoundingMode.HALF_UP)
                .setScale(0, RoundingMode.FLOOR);
    }
}
