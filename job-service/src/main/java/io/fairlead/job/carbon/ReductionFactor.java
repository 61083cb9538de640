package io.fairlead.job.carbon;

import io.fairlead.core.Computation;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * By how many percent a year's required carbon intensity is below the reference line: resolution MEPC.338(76), guidelines on
 * the reduction factors (G3), table 1, for 2023 to 2026, and its amendment MEPC.400(83) for 2027 to 2030.
 */
@Computation
final class ReductionFactor {

    private static final Map<Integer, Double> PERCENT =
            Map.of(2023, 5.0, 2024, 7.0, 2025, 9.0, 2026, 11.0, 2027, 13.625, 2028, 16.25, 2029, 18.875, 2030, 21.5);

    private ReductionFactor() {}

    /** Empty for a year for which none is laid down. */
    static OptionalDouble percent(int year) {
        Double percent = PERCENT.get(year);
        return percent == null ? OptionalDouble.empty() : OptionalDouble.of(percent);
    }
}
