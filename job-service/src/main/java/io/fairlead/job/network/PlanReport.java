package io.fairlead.job.network;

import io.fairlead.core.Computation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Tells of a plan what its reader wants to know. */
@Computation
final class PlanReport {

    private PlanReport() {}

    static NetworkPlan of(
            Network network,
            List<Demand> single,
            Occupancy occupancy,
            int wavelengths,
            CutBound bound,
            int blockedByConstruction,
            NetworkPlan.Ending ending) {
        int blocked = occupancy.withoutWavelength().length;
        List<NetworkPlan.LinkUse> links = links(network, occupancy, wavelengths);
        return new NetworkPlan(
                occupancy.usedWavelengths(),
                bound.wavelengths(),
                single.size(),
                blocked,
                bound.blocked() + unreachable(occupancy),
                blockedByConstruction,
                (double) blocked / single.size(),
                links.stream()
                        .mapToDouble(NetworkPlan.LinkUse::utilisation)
                        .average()
                        .orElse(0),
                ending,
                lightpaths(single, occupancy),
                blockedDemands(single, occupancy),
                links);
    }

    private static int unreachable(Occupancy occupancy) {
        return (int) Arrays.stream(occupancy.withoutWavelength())
                .filter(lightpath -> occupancy.routes(lightpath).isEmpty())
                .count();
    }

    private static List<NetworkPlan.LinkUse> links(Network network, Occupancy occupancy, int wavelengths) {
        List<NetworkPlan.LinkUse> links = new ArrayList<>();
        for (int i = 0; i < network.links().size(); i++) {
            int link = i;
            int used = (int) IntStream.range(0, wavelengths)
                    .filter(wavelength -> occupancy.occupant(link, wavelength) != Occupancy.FREE)
                    .count();
            Network.Link ends = network.links().get(i);
            links.add(new NetworkPlan.LinkUse(ends.from(), ends.to(), used, (double) used / wavelengths));
        }
        return links;
    }

    private static List<NetworkPlan.Lightpath> lightpaths(List<Demand> single, Occupancy occupancy) {
        return IntStream.range(0, single.size())
                .filter(occupancy::placed)
                .mapToObj(lightpath -> new NetworkPlan.Lightpath(
                        single.get(lightpath).from(),
                        single.get(lightpath).to(),
                        occupancy.wavelengthOf(lightpath) + 1,
                        occupancy.routeOf(lightpath).nodes(),
                        occupancy.routeOf(lightpath).lengthKm()))
                .toList();
    }

    private static List<NetworkPlan.BlockedDemand> blockedDemands(List<Demand> single, Occupancy occupancy) {
        Map<List<String>, Integer> blocked = new LinkedHashMap<>();
        for (int lightpath : occupancy.withoutWavelength()) {
            blocked.merge(
                    List.of(single.get(lightpath).from(), single.get(lightpath).to()), 1, Integer::sum);
        }
        return blocked.entrySet().stream()
                .map(entry -> new NetworkPlan.BlockedDemand(
                        entry.getKey().get(0), entry.getKey().get(1), entry.getValue()))
                .toList();
    }
}
