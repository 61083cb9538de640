package io.fairlead.job.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The 14 nodes and 21 links of the NSFNET backbone that the literature on wavelength assignment plans; lengths in km. */
final class Nsfnet {

    private static final List<String> NODES =
            List.of("WA", "CA1", "CA2", "UT", "CO", "TX", "NE", "IL", "PA", "GA", "MI", "NY", "NJ", "MD");

    private Nsfnet() {}

    static Network network() {
        return new Network(
                NODES,
                Stream.of(
                                "WA-CA1-1100",
                                "WA-CA2-1600",
                                "WA-IL-2800",
                                "CA1-CA2-600",
                                "CA1-UT-1000",
                                "CA2-TX-2000",
                                "UT-CO-600",
                                "UT-MI-2400",
                                "CO-NE-800",
                                "CO-TX-1100",
                                "TX-GA-1200",
                                "TX-MD-2000",
                                "NE-IL-700",
                                "IL-PA-700",
                                "PA-GA-900",
                                "PA-NY-500",
                                "PA-NJ-500",
                                "MI-NY-800",
                                "MI-NJ-800",
                                "NY-MD-300",
                                "NJ-MD-300")
                        .map(link -> link.split("-"))
                        .map(part -> new Network.Link(part[0], part[1], Double.parseDouble(part[2])))
                        .toList());
    }

    /** One lightpath between any two nodes: 91. */
    static List<Demand> everyPair() {
        List<Demand> demands = new ArrayList<>();
        for (int i = 0; i < NODES.size(); i++) {
            for (int j = i + 1; j < NODES.size(); j++) {
                demands.add(new Demand(NODES.get(i), NODES.get(j), 1));
            }
        }
        return demands;
    }
}
