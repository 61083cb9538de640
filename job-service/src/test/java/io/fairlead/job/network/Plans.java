package io.fairlead.job.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a plan is one: told from its outputs alone. */
final class Plans {

    private Plans() {}

    static void check(Network network, List<Demand> demands, int wavelengths, NetworkPlan plan) {
        Set<Set<String>> joined = new HashSet<>();
        network.links().forEach(link -> joined.add(Set.of(link.from(), link.to())));
        Set<List<Object>> taken = new HashSet<>();
        for (NetworkPlan.Lightpath lightpath : plan.lightpaths()) {
            assertThat(lightpath.wavelength()).isBetween(1, wavelengths);
            assertThat(lightpath.nodes())
                    .doesNotHaveDuplicates()
                    .startsWith(lightpath.from())
                    .endsWith(lightpath.to());
            for (int i = 1; i < lightpath.nodes().size(); i++) {
                Set<String> link =
                        Set.of(lightpath.nodes().get(i - 1), lightpath.nodes().get(i));
                assertThat(joined).contains(link);
                assertThat(taken.add(List.of(link, lightpath.wavelength())))
                        .as("only one lightpath has wavelength %d of %s", lightpath.wavelength(), link)
                        .isTrue();
            }
        }
        int requested = demands.stream().mapToInt(Demand::lightpaths).sum();
        assertThat(plan.requested()).isEqualTo(requested);
        assertThat(plan.lightpaths()).hasSize(requested - plan.blocked());
        assertThat(plan.links().stream()
                        .mapToInt(NetworkPlan.LinkUse::wavelengths)
                        .sum())
                .isEqualTo(taken.size());
        assertThat(plan.blocked()).isGreaterThanOrEqualTo(plan.blockedBound());
        int unreachable = unreachable(network, demands);
        assertThat(plan.blockedBound()).isGreaterThanOrEqualTo(unreachable);
        assertThat(plan.blocked() > unreachable || plan.wavelengthsUsed() >= plan.wavelengthBound())
                .as("no wavelength fewer than the bound when all are placed that can be")
                .isTrue();
    }

    private static int unreachable(Network network, List<Demand> demands) {
        return demands.stream()
                .filter(demand -> !reached(network, demand.from()).contains(demand.to()))
                .mapToInt(Demand::lightpaths)
                .sum();
    }

    private static Set<String> reached(Network network, String from) {
        Set<String> reached = new HashSet<>(Set.of(from));
        int before;
        do {
            before = reached.size();
            for (Network.Link link : network.links()) {
                if (reached.contains(link.from()) || reached.contains(link.to())) {
                    reached.addAll(List.of(link.from(), link.to()));
                }
            }
        } while (reached.size() > before);
        return reached;
    }
}
