package io.fairlead.job.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class NetworkPlanPropertyTest {

    @Property(tries = 60)
    void shouldMakePlansThatHold(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 20) int nodes,
            @ForAll @IntRange(min = 1, max = 40) int links,
            @ForAll @IntRange(min = 1, max = 8) int wavelengths,
            @ForAll WavelengthChoice choice,
            @ForAll Metric metric)
            throws InterruptedException {
        Random random = new Random(seed);
        Network network = network(nodes, links, random);
        List<Demand> demands = demands(network.nodes(), random);

        NetworkPlan plan = new NetworkPlanner(network, demands, wavelengths, choice, metric, 4)
                .improve(300, seed, (blocked, used) -> true);

        Plans.check(network, demands, wavelengths, plan);
    }

    private static Network network(int nodes, int most, Random random) {
        List<String> names = IntStream.range(0, nodes).mapToObj(i -> "N" + i).toList();
        Set<Set<String>> pairs = new HashSet<>();
        List<Network.Link> links = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            String from = names.get(random.nextInt(nodes));
            String to = names.get(random.nextInt(nodes));
            if (!from.equals(to) && pairs.add(Set.of(from, to))) {
                links.add(new Network.Link(from, to, 1 + random.nextInt(1000)));
            }
        }
        return new Network(names, links);
    }

    private static List<Demand> demands(List<String> nodes, Random random) {
        List<Demand> demands = new ArrayList<>();
        for (int i = 1; i < nodes.size(); i++) {
            demands.add(new Demand(nodes.get(i), nodes.get(random.nextInt(i)), 1 + random.nextInt(3)));
        }
        return demands;
    }
}
