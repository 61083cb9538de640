package io.fairlead.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Which channels a vessel has: those of its machines, and what is known on the bridge. */
final class Channels {

    private Channels() {}

    static List<Channel> of(Ship ship) {
        List<Channel> channels = new ArrayList<>();
        ship.plant().mainEngines().forEach(machine -> {
            channels.add(power(machine));
            channels.add(exhaust(machine));
        });
        ship.plant().generators().forEach(machine -> channels.add(power(machine)));
        if (ship.plant().mainEngines().isEmpty()) {
            channels.add(exhaust(ship.plant().generators().get(0)));
        }
        channels.add(fuel(ship));
        if (ship.moves()) {
            channels.add(bridge("710.1/meta/qty-speed.over.ground", "kn", "Speed", 30, 1, state -> state.conditions()
                    .speed()));
        }
        channels.add(bridge("712.21/meta/qty-heading.true", "deg", "Plane angle", 360, 1, state -> state.conditions()
                .heading()));
        channels.add(bridge("941/meta/qty-wind.speed.vs.earth", "m/s", "Speed", 60, 1, state -> state.weather()
                .wind()));
        channels.add(new Channel("LC", "107.3/meta/qty-draught", "Inst", "m", "Length", 0, 30, 2, state -> state.fix()
                .draught()));
        channels.add(new Channel(
                "SW",
                "631.1/meta/qty-temperature/cnt-sea.water",
                "Inst",
                "°C",
                "Temperature",
                -2,
                40,
                1,
                state -> state.weather().sea()));
        work(ship, channels);
        return List.copyOf(channels);
    }

    private static void work(Ship ship, List<Channel> channels) {
        switch (ship.type()) {
            case "fpso" -> channels.add(flow("PR", "1120/meta/qty-volume.flow.rate", state -> production(state)));
            case "tanker", "fso" -> channels.add(
                    flow("CP", "1014.2/meta/qty-volume.flow.rate", state -> pumped(state)));
            default -> {}
        }
    }

    /** In m³/h; wells come and go a little. */
    private static double production(State state) {
        return 780 + 4 * state.weather().wind() - (state.fix().activity() == Activity.OFFLOADING ? 60 : 0);
    }

    /** In m³/h: slowly at the beginning and the end, when tanks are stripped. */
    private static double pumped(State state) {
        double full =
                switch (state.fix().activity()) {
                    case DISCHARGING, LOADING, OFFLOADING -> 4200;
                    default -> 0;
                };
        return full
                * Math.min(1, 12 * Math.min(state.fix().done(), 1 - state.fix().done()));
    }

    private static Channel power(Machine machine) {
        return new Channel(
                machine.code(),
                machine.item() + "/meta/qty-power",
                "Average",
                "kW",
                "Power",
                0,
                machine.ratedKW(),
                1,
                state -> state.kW().get(machine));
    }

    private static Channel exhaust(Machine machine) {
        return new Channel(
                machine.code(),
                machine.item() + "/meta/qty-temperature/cnt-exhaust.gas",
                "Inst",
                "°C",
                "Temperature",
                0,
                600,
                1,
                state -> state.exhaust(machine));
    }

    private static Channel fuel(Ship ship) {
        String content = ship.type().equals("fpso") ? "fuel.gas" : "fuel.oil";
        return new Channel(
                "FO",
                "621.21/meta/qty-mass.flow.rate/cnt-" + content,
                "Average",
                "kg/h",
                "Mass flow rate",
                0,
                20_000,
                1,
                State::fuel);
    }

    private static Channel flow(String equipment, String item, ToDoubleFunction<State> value) {
        return new Channel(equipment, item, "Average", "m3/h", "Volume flow rate", 0, 10_000, 0, value);
    }

    private static Channel bridge(
            String item, String unit, String quantity, double high, int decimals, ToDoubleFunction<State> value) {
        String equipment = item.startsWith("941") ? "WX" : "NAV";
        return new Channel(equipment, item, "Inst", unit, quantity, 0, high, decimals, value);
    }
}
