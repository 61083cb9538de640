package io.fairlead.job.network;

import io.fairlead.core.problem.FieldError;
import io.fairlead.job.process.Execution;
import io.fairlead.job.process.Process;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Plans an optical network within a time limit. */
@Singleton
public class NetworkPlanProcess implements Process<NetworkPlanProcess.Inputs, NetworkPlan> {

    private static final int MOST_LIGHTPATHS = 20_000;

    private final Clock clock;

    NetworkPlanProcess(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param routes how many routes each lightpath may choose from; null for 8
     * @param metric what makes a route short; null for its length
     * @param assignment how the first plan chooses wavelengths; null for first fit
     * @param steps how long the improvement goes on at most; null for 200,000 steps
     * @param timeLimitSeconds how long it all takes, routes and first plan included; these are made in any case; null for 60
     * @param seed of its random choices; null for 1
     */
    public record Inputs(
            Network network,
            List<Demand> demands,
            int wavelengths,
            Integer routes,
            Metric metric,
            WavelengthChoice assignment,
            Long steps,
            Integer timeLimitSeconds,
            Long seed) {

        public Inputs {
            routes = routes == null ? 8 : routes;
            metric = metric == null ? Metric.LENGTH : metric;
            assignment = assignment == null ? WavelengthChoice.FIRST_FIT : assignment;
            steps = steps == null ? 200_000 : steps;
            timeLimitSeconds = timeLimitSeconds == null ? 60 : timeLimitSeconds;
            seed = seed == null ? 1 : seed;
        }
    }

    @Override
    public String id() {
        return "network-plan";
    }

    @Override
    public Class<Inputs> inputType() {
        return Inputs.class;
    }

    @Override
    public List<FieldError> check(Inputs inputs) {
        List<FieldError> errors = new ArrayList<>();
        Set<String> nodes = new HashSet<>(inputs.network().nodes());
        Set<Set<String>> pairs = new HashSet<>();
        for (int i = 0; i < inputs.network().links().size(); i++) {
            Network.Link link = inputs.network().links().get(i);
            checkEnds("/network/links/" + i, link.from(), link.to(), nodes, errors);
            if (!link.from().equals(link.to()) && !pairs.add(Set.of(link.from(), link.to()))) {
                errors.add(FieldError.body("/network/links/" + i, "joins nodes that an earlier link joins"));
            }
        }
        for (int i = 0; i < inputs.demands().size(); i++) {
            Demand demand = inputs.demands().get(i);
            checkEnds("/demands/" + i, demand.from(), demand.to(), nodes, errors);
        }
        if (inputs.demands().stream().mapToLong(Demand::lightpaths).sum() > MOST_LIGHTPATHS) {
            errors.add(FieldError.body("/demands", "must be at most " + MOST_LIGHTPATHS + " lightpaths together"));
        }
        return errors;
    }

    private static void checkEnds(String pointer, String from, String to, Set<String> nodes, List<FieldError> errors) {
        if (!nodes.contains(from)) {
            errors.add(FieldError.body(pointer + "/from", "is no node of the network"));
        }
        if (!nodes.contains(to)) {
            errors.add(FieldError.body(pointer + "/to", "is no node of the network"));
        } else if (from.equals(to)) {
            errors.add(FieldError.body(pointer + "/to", "must be another node"));
        }
    }

    @Override
    public NetworkPlan run(Inputs inputs, Execution execution) throws InterruptedException {
        Instant start = clock.instant();
        NetworkPlanner planner = new NetworkPlanner(
                inputs.network(),
                inputs.demands(),
                inputs.wavelengths(),
                inputs.assignment(),
                inputs.metric(),
                inputs.routes());
        Duration limit = Duration.ofSeconds(inputs.timeLimitSeconds());
        return planner.improve(inputs.steps(), inputs.seed(), (blocked, used) -> {
            execution.checkpoint();
            Duration passed = Duration.between(start, clock.instant());
            execution.progress(
                    (int) Math.min(99, 100 * passed.toMillis() / limit.toMillis()),
                    "%d lightpaths have no place, %d wavelengths are used.".formatted(blocked, used));
            return passed.compareTo(limit) < 0;
        });
    }
}
