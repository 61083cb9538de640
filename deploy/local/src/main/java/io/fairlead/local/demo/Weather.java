package io.fairlead.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * What it is like outside.
 *
 * @param wind in m/s
 * @param windFrom where it comes from, in degrees
 * @param sea the temperature of the sea in °C
 */
record Weather(double wind, double windFrom, double sea) {

    private static final double WARMEST_DAY_IN_THE_NORTH = 225;

    /** Lows that pass in a day or two, gusts, and a sea that follows the seasons. */
    static Weather at(Place place, Noise noise, Instant time) {
        double lows = noise.of(1).at(time, Duration.ofHours(29));
        double fronts = noise.of(2).at(time, Duration.ofHours(7));
        double gusts = noise.of(3).at(time, Duration.ofMinutes(4));
        double wind = Math.max(0.5, 9 + 5 * lows + 2.5 * fronts + 0.8 * gusts);
        double from = 235 + 90 * noise.of(4).at(time, Duration.ofHours(41)) + 8 * fronts;
        return new Weather(wind, (from + 360) % 360, sea(place, noise, time));
    }

    private static double sea(Place place, Noise noise, Instant time) {
        double day = time.atOffset(ZoneOffset.UTC).getDayOfYear();
        double season =
                Math.cos(2 * Math.PI * (day - WARMEST_DAY_IN_THE_NORTH) / 365.25) * Math.signum(place.latitude());
        double mean = 31 - 0.37 * Math.abs(place.latitude());
        return mean + 3 * season + 0.4 * noise.of(5).at(time, Duration.ofHours(11));
    }
}
