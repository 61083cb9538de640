package io.fairlead.job.energy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.fairlead.core.Computation;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What the report needs to know of a 15-minute window; further fields of telemetry's answer are passed over.
 *
 * @param end its right end, which labels it
 * @param maxKW the highest reading, null when the window knows energy only
 * @param count how many readings touch it
 * @param coverageSeconds for how much of it readings speak
 */
@Computation
@JsonIgnoreProperties(ignoreUnknown = true)
public record EnergyWindow(Instant end, BigDecimal kWh, BigDecimal maxKW, long count, long coverageSeconds) {

    /** Whether any reading touches it; without any, its energy of 0 says nothing. */
    public boolean hasReadings() {
        return count > 0 || coverageSeconds > 0;
    }

    /** The mean power that its energy amounts to. */
    public BigDecimal meanKW() {
        return kWh.multiply(BigDecimal.valueOf(Period.WINDOWS_PER_HOUR));
    }

    /** The highest reading, or else the mean power that its energy amounts to. */
    BigDecimal highestKW() {
        return maxKW == null ? meanKW() : maxKW;
    }
}
