package io.fairlead.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A piece of equipment on a vessel.
 *
 * @param suffix its code after the vessel's
 * @param channels the LocalIDs of what it reports
 */
record Equipment(String suffix, String name, String type, String location, List<String> channels) {

    private static final String ENGINE_ROOM = "engine room";
    private static final String BRIDGE = "bridge";

    static List<Equipment> of(Ship ship) {
        List<Equipment> all = new ArrayList<>();
        Stream.concat(ship.plant().mainEngines().stream(), ship.plant().generators().stream())
                .forEach(machine -> all.add(of(ship, machine.code(), machine.name(), machine.type(), ENGINE_ROOM)));
        all.add(of(ship, "FO", "fuel system", "fuel flow meter", ENGINE_ROOM));
        all.add(of(ship, "NAV", "integrated navigation system", "navigation", BRIDGE));
        all.add(of(ship, "WX", "weather station", "anemometer", "mast"));
        all.add(of(ship, "LC", "loading computer", "draught gauge", BRIDGE));
        all.add(of(ship, "SW", "sea water inlet", "thermometer", ENGINE_ROOM));
        switch (ship.type()) {
            case "fpso" -> all.add(of(ship, "PR", "production separator", "separator", "topside"));
            case "tanker", "fso" -> all.add(of(ship, "CP", "cargo pumps", "pump", "pump room"));
            case "supply" -> all.add(of(ship, "CR", "deck crane", "crane", "main deck"));
            default -> {}
        }
        return all;
    }

    private static Equipment of(Ship ship, String suffix, String name, String type, String location) {
        List<String> channels = Channels.of(ship).stream()
                .filter(channel -> channel.equipment().equals(suffix))
                .map(Channel::localId)
                .toList();
        return new Equipment(suffix, name, type, location, channels);
    }
}
