package io.fairlead.job.forecast;

import io.fairlead.job.energy.Period;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;

/**
 * The power of a vessel that does not exist: hotel load by the time of day, quieter on Sundays, operations of half a day to
 * three days that add to it, noise that depends on itself, windows and days without readings.
 */
final class MadeUpVessel {

    static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final int DAY = 96;

    private MadeUpVessel() {}

    static double[] power(int days, long seed) {
        return power(days, seed, 0.35);
    }

    /** The same with operations of which each begins with this probability whenever one has ended. */
    static double[] power(int days, long seed, double operations) {
        Random random = new Random(seed);
        double hotel = 400 + 400 * random.nextDouble();
        double swing = 0.15 + 0.25 * random.nextDouble();
        double peak = 10 + 10 * random.nextDouble();
        double noise = 0;
        double operation = 0;
        int left = 0;
        double[] kW = new double[days * DAY];
        for (int i = 0; i < kW.length; i++) {
            if (left-- == 0) {
                operation = random.nextDouble() < operations ? 500 + 1500 * random.nextDouble() : 0;
                left = DAY / 2 + random.nextInt(5 * DAY / 2);
            }
            double hour = i % DAY / 4.0;
            double sunday = i / DAY % 7 == 6 ? 0.9 : 1;
            noise = 0.9 * noise + 12 * random.nextGaussian();
            kW[i] = Math.max(
                    0,
                    sunday * hotel * (1 + swing * Math.cos((hour - peak) / 24 * 2 * Math.PI))
                            + operation
                            + noise
                            + 10 * random.nextGaussian());
        }
        return kW;
    }

    /** The same with gaps: one window in fifty, and one whole day. */
    static double[] withGaps(double[] kW, long seed) {
        double[] gappy = kW.clone();
        Random random = new Random(seed);
        for (int i = 0; i < gappy.length; i++) {
            gappy[i] = random.nextInt(50) == 0 ? Double.NaN : gappy[i];
        }
        int day = 5 + random.nextInt(kW.length / DAY - 10);
        Arrays.fill(gappy, day * DAY, (day + 1) * DAY, Double.NaN);
        return gappy;
    }

    static PowerSeries series(double[] kW, int from, int to) {
        return new PowerSeries(START.plus(Period.WINDOW.multipliedBy(from)), Arrays.copyOfRange(kW, from, to));
    }
}
