package io.fairlead.job.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.job.process.Execution;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTimeLimitTest {

    // Each on the short way of a ring of five: an odd cycle of conflicts, so the search does not end by a bound.
    private static final List<String> NODES = List.of("A", "B", "C", "D", "E");

    private Instant now = Instant.EPOCH;

    @Test
    void shouldCountTheTimeThatRoutesTakeToo() throws InterruptedException {
        NetworkPlan plan = run(demandsThatTake(Duration.ofSeconds(2)), 10);

        assertThat(plan.endedBy()).isEqualTo(NetworkPlan.Ending.TIME);
    }

    @Test
    void shouldNotEndByTimeBeforeItIsOver() throws InterruptedException {
        NetworkPlan plan = run(demandsThatTake(Duration.ofSeconds(1)), 10);

        assertThat(plan.endedBy()).isEqualTo(NetworkPlan.Ending.STEPS);
    }

    private NetworkPlan run(List<Demand> demands, int limitSeconds) throws InterruptedException {
        List<Network.Link> links = NODES.stream()
                .map(node -> new Network.Link(node, after(node, 1), 1))
                .toList();
        NetworkPlanProcess.Inputs inputs = new NetworkPlanProcess.Inputs(
                new Network(NODES, links), demands, 2, 1, Metric.HOPS, null, 50L, limitSeconds, 1L);
        return new NetworkPlanProcess(clock()).run(inputs, new Unwatched());
    }

    private static String after(String node, int places) {
        return NODES.get((NODES.indexOf(node) + places) % NODES.size());
    }

    /** Five; it takes so long to get at each. */
    private List<Demand> demandsThatTake(Duration duration) {
        return new AbstractList<>() {
            @Override
            public Demand get(int i) {
                now = now.plus(duration);
                return new Demand(NODES.get(i), after(NODES.get(i), 2), 1);
            }

            @Override
            public int size() {
                return NODES.size();
            }
        };
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static final class Unwatched implements Execution {

        @Override
        public void progress(int percent, String message) {
            // nobody looks
        }

        @Override
        public void pause(Duration duration) {
            // nobody stops it
        }
    }
}
