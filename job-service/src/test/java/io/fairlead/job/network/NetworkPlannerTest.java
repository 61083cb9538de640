package io.fairlead.job.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkPlannerTest {

    private static final NetworkPlanner.Pace ON = (blocked, used) -> true;

    @ParameterizedTest
    @EnumSource
    void shouldNeedThirteenWavelengthsForEveryPairOfNsfnet(WavelengthChoice choice) throws InterruptedException {
        // Published as needed and enough: Baroni and Bayvel, Journal of Lightwave Technology 15 (1997). That fewer are
        // not
        // enough follows from one cut: seven nodes have 49 pairs with the other seven over 4 links, and 49 / 4 > 12.
        NetworkPlan plan = nsfnet(20, choice).improve(200_000, 1, ON);

        Plans.check(Nsfnet.network(), Nsfnet.everyPair(), 20, plan);
        assertThat(plan.wavelengthBound()).isEqualTo(13);
        assertThat(plan.wavelengthsUsed()).isEqualTo(13);
        assertThat(plan.blocked()).isZero();
        assertThat(plan.endedBy()).isEqualTo(NetworkPlan.Ending.BOUND);
    }

    @Test
    void shouldPlaceAllLightpathsWithAsManyWavelengthsAsThereMustBe() throws InterruptedException {
        NetworkPlanner planner = nsfnet(13, WavelengthChoice.FIRST_FIT);

        assertThat(planner.improve(0, 1, ON).blocked()).isPositive();
        assertThat(planner.improve(200_000, 1, ON).blocked()).isZero();
    }

    @Test
    void shouldBlockNoMoreThanItMustWhenThereAreTooFewWavelengths() throws InterruptedException {
        // With 10 wavelengths 40 of the cut's 49 pairs have a place.
        NetworkPlan plan = nsfnet(10, WavelengthChoice.FIRST_FIT).improve(50_000, 1, ON);

        Plans.check(Nsfnet.network(), Nsfnet.everyPair(), 10, plan);
        assertThat(plan.blockedBound()).isEqualTo(9);
        assertThat(plan.blocked()).isEqualTo(9);
        assertThat(plan.blockedByConstruction()).isGreaterThan(9);
    }

    @Test
    void shouldMakeTheSamePlanAgain() throws InterruptedException {
        NetworkPlan once = nsfnet(12, WavelengthChoice.MOST_USED).improve(2000, 5, ON);
        NetworkPlan again = nsfnet(12, WavelengthChoice.MOST_USED).improve(2000, 5, ON);

        assertThat(again).isEqualTo(once);
    }

    @Test
    void shouldBlockWhatNothingConnects() throws InterruptedException {
        Network islands = new Network(
                List.of("A", "B", "C", "D"), List.of(new Network.Link("A", "B", 1), new Network.Link("C", "D", 1)));
        List<Demand> demands = List.of(new Demand("A", "B", 1), new Demand("A", "C", 2));

        NetworkPlan plan =
                new NetworkPlanner(islands, demands, 4, WavelengthChoice.FIRST_FIT, Metric.HOPS, 3).improve(100, 1, ON);

        assertThat(plan.blockedDemands()).containsExactly(new NetworkPlan.BlockedDemand("A", "C", 2));
        assertThat(plan.blockedBound()).isEqualTo(2);
        assertThat(plan.wavelengthsUsed()).isEqualTo(1);
    }

    @Test
    void shouldPlanNothingWhenNothingIsConnected() throws InterruptedException {
        Network islands = new Network(List.of("A", "B", "C", "D"), List.of(new Network.Link("A", "B", 1)));
        List<Demand> demands = List.of(new Demand("A", "C", 2), new Demand("C", "D", 1));

        NetworkPlan plan =
                new NetworkPlanner(islands, demands, 4, WavelengthChoice.FIRST_FIT, Metric.HOPS, 3).improve(100, 1, ON);

        Plans.check(islands, demands, 4, plan);
        assertThat(plan.blocked()).isEqualTo(3);
        assertThat(plan.blockedBound()).isEqualTo(3);
        assertThat(plan.wavelengthsUsed()).isZero();
        assertThat(plan.wavelengthBound()).isZero();
        assertThat(plan.endedBy()).isEqualTo(NetworkPlan.Ending.BOUND);
    }

    @Test
    void shouldPlanTheRestAsWellWhenAnIslandCannotBeReached() throws InterruptedException {
        List<String> nodes = new ArrayList<>(Nsfnet.network().nodes());
        nodes.add("ISLAND");
        Network network = new Network(nodes, Nsfnet.network().links());
        List<Demand> demands = new ArrayList<>(Nsfnet.everyPair());
        demands.add(new Demand("WA", "ISLAND", 30));

        NetworkPlan plan = new NetworkPlanner(network, demands, 20, WavelengthChoice.FIRST_FIT, Metric.HOPS, 8)
                .improve(200_000, 1, ON);

        Plans.check(network, demands, 20, plan);
        assertThat(plan.blocked()).isEqualTo(30);
        assertThat(plan.blockedBound()).isEqualTo(30);
        assertThat(plan.wavelengthBound()).isEqualTo(13);
        assertThat(plan.wavelengthsUsed()).isEqualTo(13);
        assertThat(plan.endedBy()).isEqualTo(NetworkPlan.Ending.BOUND);
    }

    @Test
    void shouldSpreadOverARingAsItsClosedFormSays() throws InterruptedException {
        // Every pair of a ring of N = 9 nodes: (N^2 - 1) / 8 = 10 wavelengths.
        List<String> nodes = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8");
        Network ring = new Network(
                nodes,
                nodes.stream()
                        .map(node -> new Network.Link(node, String.valueOf((Integer.parseInt(node) + 1) % 9), 1))
                        .toList());
        List<Demand> pairs = nodes.stream()
                .flatMap(from ->
                        nodes.stream().filter(to -> from.compareTo(to) < 0).map(to -> new Demand(from, to, 1)))
                .toList();

        NetworkPlan plan =
                new NetworkPlanner(ring, pairs, 20, WavelengthChoice.FIRST_FIT, Metric.HOPS, 2).improve(200_000, 1, ON);

        Plans.check(ring, pairs, 20, plan);
        assertThat(plan.wavelengthBound()).isEqualTo(10);
        assertThat(plan.wavelengthsUsed()).isEqualTo(10);
    }

    @Test
    void shouldEndWhenItIsToldTo() throws InterruptedException {
        NetworkPlan plan = nsfnet(12, WavelengthChoice.FIRST_FIT).improve(Long.MAX_VALUE, 1, (blocked, used) -> false);

        assertThat(plan.endedBy()).isEqualTo(NetworkPlan.Ending.TIME);
    }

    @Test
    void shouldStopWhenItIsToldToByAnException() {
        assertThatThrownBy(() -> nsfnet(12, WavelengthChoice.FIRST_FIT).improve(Long.MAX_VALUE, 1, (blocked, used) -> {
                    throw new InterruptedException();
                }))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void shouldStopWithinAStepWhenItsThreadIsInterrupted() throws InterruptedException {
        NetworkPlanner planner = nsfnet(12, WavelengthChoice.FIRST_FIT);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> planner.improve(1, 1, ON)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void shouldFindTheSameRoutesBothWays() {
        RouteFinder finder = new RouteFinder(Nsfnet.network(), Metric.HOPS, 8);

        for (Demand pair : Nsfnet.everyPair()) {
            List<Route> there = finder.between(pair.from(), pair.to());
            List<Route> back = finder.between(pair.to(), pair.from());
            assertThat(back)
                    .extracting(Route::nodes)
                    .containsExactlyElementsOf(there.stream()
                            .map(Route::reversed)
                            .map(Route::nodes)
                            .toList());
            assertThat(back).allSatisfy(route -> assertThat(route.nodes()).startsWith(pair.to()));
        }
    }

    private static NetworkPlanner nsfnet(int wavelengths, WavelengthChoice choice) throws InterruptedException {
        return new NetworkPlanner(Nsfnet.network(), Nsfnet.everyPair(), wavelengths, choice, Metric.HOPS, 8);
    }
}
