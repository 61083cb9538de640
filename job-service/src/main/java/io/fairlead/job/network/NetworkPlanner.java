package io.fairlead.job.network;

import io.fairlead.core.Computation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Plans a network: constructs a plan, finds places for what was left out, and then does with one wavelength less as long as
 * that goes well. The same inputs and number of steps make the same plan.
 */
@Computation
final class NetworkPlanner {

    private static final int WORK_BETWEEN_LOOKS = 256;

    private final List<Demand> single = new ArrayList<>();
    private final Network network;
    private final int wavelengths;
    private final CutBound bound;
    private final Occupancy constructed;
    private Occupancy best;

    NetworkPlanner(
            Network network, List<Demand> demands, int wavelengths, WavelengthChoice choice, Metric metric, int routes)
            throws InterruptedException {
        this.network = network;
        this.wavelengths = wavelengths;
        RouteFinder finder = new RouteFinder(network, metric, routes);
        List<List<Route>> candidates = new ArrayList<>();
        List<Demand> routable = new ArrayList<>();
        for (Demand demand : demands) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            List<Route> found = finder.between(demand.from(), demand.to());
            if (!found.isEmpty()) {
                routable.add(demand);
            }
            for (int i = 0; i < demand.lightpaths(); i++) {
                single.add(new Demand(demand.from(), demand.to(), 1));
                candidates.add(found);
            }
        }
        bound = new CutBound(network, routable, wavelengths);
        constructed = new Occupancy(candidates, network.links().size(), wavelengths);
        Construction.run(constructed, wavelengths, choice);
        best = constructed;
    }

    /** Asked now and then whether to go on; may throw to end the search. */
    interface Pace {

        boolean goOn(int blocked, int wavelengthsUsed) throws InterruptedException;
    }

    /** Searches for a better plan. */
    NetworkPlan improve(long steps, long seed, Pace pace) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        Occupancy current = best.copy();
        Improvement improvement = new Improvement(current, wavelengths, random);
        int fewest = improvement.unplaced();
        int unreachable = blocked(best) - fewest;
        long work = 0;
        for (long step = 0; step < steps; step++) {
            if (improvement.unplaced() < fewest || improvement.unplaced() == 0) {
                fewest = improvement.unplaced();
                best = current.copy();
            }
            if (isBound(fewest)) {
                return plan(NetworkPlan.Ending.BOUND);
            }
            if (improvement.unplaced() == 0) {
                int allowed = best.usedWavelengths() - 1;
                current = Compression.to(best, allowed, network.links().size(), wavelengths);
                improvement = new Improvement(current, allowed, random);
            }
            work += 1 + improvement.unplaced();
            if (work > WORK_BETWEEN_LOOKS || step == 0) {
                work = 0;
                if (!pace.goOn(fewest + unreachable, best.usedWavelengths())) {
                    return plan(NetworkPlan.Ending.TIME);
                }
            }
            improvement.step();
        }
        return plan(NetworkPlan.Ending.STEPS);
    }

    /** Whether no plan can leave fewer out of those that can be routed, or if none is left out use fewer wavelengths. */
    private boolean isBound(int unplaced) {
        return unplaced > 0 ? unplaced == bound.blocked() : best.usedWavelengths() <= bound.wavelengths();
    }

    private static int blocked(Occupancy occupancy) {
        return occupancy.withoutWavelength().length;
    }

    private NetworkPlan plan(NetworkPlan.Ending ending) {
        return PlanReport.of(network, single, best, wavelengths, bound, blocked(constructed), ending);
    }
}
