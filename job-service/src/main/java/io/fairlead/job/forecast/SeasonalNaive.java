package io.fairlead.job.forecast;

import io.fairlead.core.Computation;
import io.fairlead.job.energy.Period;

/** The forecast to beat: tomorrow is like today, or like the last day of which the time is known. */
@Computation
final class SeasonalNaive {

    private static final int DAY = Period.WINDOWS_PER_DAY;

    private SeasonalNaive() {}

    static double[] ahead(PowerSeries series, int origin, int windows) {
        double[] ahead = new double[windows];
        for (int i = 0; i < windows; i++) {
            int window = origin + i % DAY - DAY;
            while (window >= 0 && Double.isNaN(series.kW()[window])) {
                window -= DAY;
            }
            ahead[i] = window >= 0 ? series.kW()[window] : Double.NaN;
        }
        return ahead;
    }

    /** The mean absolute difference of a day and the next one in a series: the unit of MASE. */
    static double scale(PowerSeries series) {
        double sum = 0;
        int count = 0;
        for (int i = DAY; i < series.kW().length; i++) {
            double difference = Math.abs(series.kW()[i] - series.kW()[i - DAY]);
            if (!Double.isNaN(difference)) {
                sum += difference;
                count++;
            }
        }
        return sum / count;
    }
}
