package io.fairlead.job.forecast;

import io.fairlead.core.Computation;
import io.fairlead.job.energy.Period;
import java.time.Instant;
import java.util.Arrays;

/**
 * Mean power in windows of 15 minutes, one after the other.
 *
 * @param start where the first window begins
 * @param kW each window's mean power; NaN where there are no readings
 */
@Computation
record PowerSeries(Instant start, double[] kW) {

    Instant end() {
        return start.plus(Period.WINDOW.multipliedBy(kW.length));
    }

    /** How many windows have readings. */
    int known() {
        return (int) Arrays.stream(kW).filter(value -> !Double.isNaN(value)).count();
    }

    /** Which window of a season the first one is, the same for all series. */
    int phase(Season season) {
        return (int) Math.floorMod(start.getEpochSecond() / Period.WINDOW.toSeconds(), (long) season.windows());
    }
}
