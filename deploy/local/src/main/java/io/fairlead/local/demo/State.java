package io.fairlead.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a vessel is like at a time. It follows from the vessel and the time alone, so that the same is reported however often
 * the suite was stopped in between.
 *
 * @param speed over ground, in knots
 * @param kW what each machine gives
 */
record State(Ship ship, Route.Fix fix, Weather weather, double speed, double heading, Map<Machine, Double> kW) {

    private static final Duration BETWEEN_STARTS = Duration.ofMinutes(30);
    private static final Duration QUICK = Duration.ofSeconds(40);
    private static final Duration SLOW = Duration.ofMinutes(50);
    private static final double WARMEST_HOUR = 15;
    private static final double MOST_LOAD = 0.98;

    static State of(Ship ship, Instant time) {
        Noise noise = Noise.of(ship.code());
        Route.Fix fix = ship.route().at(time);
        Weather weather = Weather.at(fix.place(), Noise.of("weather of " + ship.zone()), time);
        double speed = fix.leg().moves()
                ? fix.leg().speed()
                        * (1
                                + 0.015 * noise.of(1).at(time, SLOW)
                                + 0.005 * noise.of(2).at(time, QUICK))
                : 0;
        return new State(ship, fix, weather, speed, heading(fix, weather, noise, time), machines(ship, speed, time));
    }

    /** On passage along the way; moored ships turn into the wind; in port along the quay. */
    private static double heading(Route.Fix fix, Weather weather, Noise noise, Instant time) {
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

    /** The number of generators follows the load slowly: nobody starts an engine for a gust. */
    private static Map<Machine, Double> machines(Ship ship, double speed, Instant time) {
        Plant plant = ship.plant();
        long pause = BETWEEN_STARTS.toSeconds();
        Instant decided = Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), pause) * pause);
        Map<Machine, Double> kW = new HashMap<>();
        share(kW, plant.mainEngines(), plant.mainEngines().size(), propulsion(ship, speed, time));
        Route.Fix then = ship.route().at(decided);
        int running = Math.max(
                plant.running(electricity(ship, then.leg().moves() ? then.leg().speed() : 0, decided)),
                plant.running(electricity(ship, speed, time) * 0.85));
        share(kW, plant.generators(), running, electricity(ship, speed, time));
        return kW;
    }

    private static void share(Map<Machine, Double> kW, List<Machine> machines, int running, double all) {
        for (int i = 0; i < machines.size(); i++) {
            double most = machines.get(i).ratedKW() * MOST_LOAD;
            kW.put(machines.get(i), i < running ? Math.min(most, all / running) : 0);
        }
    }

    private static double propulsion(Ship ship, double speed, Instant time) {
        Route.Fix fix = ship.route().at(time);
        double tow = fix.activity() == Activity.TOWING ? 6 : 1;
        double sea = 1 + 0.02 * Noise.of(ship.code()).of(4).at(time, QUICK);
        Weather weather = Weather.at(fix.place(), Noise.of("weather of " + ship.zone()), time);
        return ship.plant().propulsion(speed, fix.draught() / ship.laden(), weather.wind()) * tow * sea;
    }

    private static double electricity(Ship ship, double speed, Instant time) {
        Noise noise = Noise.of(ship.code());
        Route.Fix fix = ship.route().at(time);
        Weather weather = Weather.at(fix.place(), Noise.of("weather of " + ship.zone()), time);
        double hour = time.atZone(ship.zone()).toLocalTime().toSecondOfDay() / 3600.0;
        double hotelShare = 1 + 0.12 * Math.cos(2 * Math.PI * (hour - WARMEST_HOUR) / 24);
        double needed = ship.plant().electricity(fix.activity(), hotelShare, weather.wind());
        double uneven =
                1 + 0.03 * noise.of(5).at(time, SLOW) + 0.012 * noise.of(6).at(time, QUICK);
        return ship.plant().onTheSwitchboard(propulsion(ship, speed, time), needed * uneven);
    }

    /** What all machines burn, in kg/h. */
    double fuel() {
        return kW.entrySet().stream()
                .mapToDouble(machine -> machine.getKey().fuel(machine.getValue()))
                .sum();
    }

    /** In °C; a machine that stands has the engine room's. */
    double exhaust(Machine machine) {
        double load = kW.get(machine) / machine.ratedKW();
        return load == 0 ? 38 : 235 + 175 * load;
    }
}
