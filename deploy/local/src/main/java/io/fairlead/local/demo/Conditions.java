package io.fairlead.local.demo;

import java.time.Duration;
import java.time.Instant;

/**
 * What a vessel does at a time, in what weather, and what power it needs for that.
 *
 * @param speed over ground, in knots
 */
record Conditions(Ship ship, Instant time, Noise noise, Route.Fix fix, Weather weather, double speed) {

    static final Duration QUICK = Duration.ofSeconds(40);
    static final Duration SLOW = Duration.ofMinutes(50);

    private static final double WARMEST_HOUR = 15;
    private static final double TOW = 6;

    static Conditions of(Ship ship, Instant time) {
        Noise noise = Noise.of(ship.code());
        Route.Fix fix = ship.route().at(time);
        Weather weather = Weather.at(fix.place(), Noise.of("weather of " + ship.zone()), time);
        double speed = fix.leg().moves()
                ? fix.leg().speed()
                        * (1
                                + 0.015 * noise.of(1).at(time, SLOW)
                                + 0.005 * noise.of(2).at(time, QUICK))
                : 0;
        return new Conditions(ship, time, noise, fix, weather, speed);
    }

    /** What the propellers take, in kW; a tow pulls several times what the tug itself does. */
    double propulsion() {
        double tow = fix.activity() == Activity.TOWING ? TOW : 1;
        double sea = 1 + 0.02 * noise.of(4).at(time, QUICK);
        return ship.plant().propulsion(speed, fix.draught() / ship.laden(), weather.wind()) * tow * sea;
    }

    /** What the generators give, in kW: most in the afternoon, when the air is cooled and the galley works. */
    double onTheSwitchboard() {
        double hour = time.atZone(ship.zone()).toLocalTime().toSecondOfDay() / 3600.0;
        double hotelShare = 1 + 0.12 * Math.cos(2 * Math.PI * (hour - WARMEST_HOUR) / 24);
        double uneven =
                1 + 0.03 * noise.of(5).at(time, SLOW) + 0.012 * noise.of(6).at(time, QUICK);
        double needed = ship.plant().electricity(fix.activity(), hotelShare, weather.wind());
        return ship.plant().onTheSwitchboard(propulsion(), needed * uneven);
    }

    /** Where the bow points, in degrees: on passage along the way, moored into the wind, in port along the quay. */
    double heading() {
        double course =
                switch (fix.activity()) {
                    case SAILING, TOWING, SURVEYING -> fix.leg()
                                    .from()
                                    .bearing(fix.leg().to())
                            + 1.5 * noise.of(3).at(time, QUICK);
                    case PRODUCING, OFFLOADING, ON_STATION, LOADING -> weather.windFrom()
                            + 4 * noise.of(3).at(time, SLOW);
                    case IN_PORT, DISCHARGING -> 164;
                };
        return (course + 360) % 360;
    }
}
