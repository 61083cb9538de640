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
 * @param kW what each machine gives
 */
record State(Conditions conditions, Map<Machine, Double> kW) {

    private static final Duration BETWEEN_STARTS = Duration.ofMinutes(30);
    private static final double UNEVEN = 0.012;
    private static final double MOST_LOAD = 0.98;

    static State of(Ship ship, Instant time) {
        Conditions now = Conditions.of(ship, time);
        List<Machine> mainEngines = ship.plant().mainEngines();
        List<Machine> generators = ship.plant().generators();
        Map<Machine, Double> kW = new HashMap<>();
        share(kW, now, mainEngines, mainEngines.size(), now.propulsion());
        share(kW, now, generators, running(ship, now), now.onTheSwitchboard());
        return new State(now, kW);
    }

    /** Decided every half hour: nobody starts a generator for a gust, but for a load that those that run cannot carry. */
    private static int running(Ship ship, Conditions now) {
        long pause = BETWEEN_STARTS.toSeconds();
        Instant decided = Instant.ofEpochSecond(Math.floorDiv(now.time().getEpochSecond(), pause) * pause);
        return Math.max(
                ship.plant().running(Conditions.of(ship, decided).onTheSwitchboard()),
                ship.plant().running(now.onTheSwitchboard() * 0.85));
    }

    /** Nearly equal shares, as governors give. */
    private static void share(
            Map<Machine, Double> kW, Conditions now, List<Machine> machines, int running, double all) {
        for (int i = 0; i < machines.size(); i++) {
            double uneven = 1 + UNEVEN * now.noise().of(10 + i).at(now.time(), Conditions.SLOW);
            double most = machines.get(i).ratedKW() * MOST_LOAD;
            kW.put(machines.get(i), i < running ? Math.min(most, uneven * all / running) : 0);
        }
    }

    Route.Fix fix() {
        return conditions.fix();
    }

    Weather weather() {
        return conditions.weather();
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
