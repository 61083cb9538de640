package io.fairlead.job.network;

import io.fairlead.core.Computation;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Finds places for lightpaths that have none. In each step one of them takes the place in which it displaces the fewest
 * others, and these may not go back to their wavelength for a while: the tabu search PartialCol of I. Blöchliger and
 * N. Zufferey, A graph coloring heuristic using partial solutions and a reactive tabu scheme, Computers & Operations Research
 * 35 (2008), with the choice of a route beside that of a colour.
 */
@Computation
final class Improvement {

    private static final int SHORTEST_TABU = 10;
    private static final double TABU_PER_UNPLACED = 0.6;

    private final Occupancy occupancy;
    private final int wavelengths;
    private final SplittableRandom random;
    private final long[][] tabuUntil;
    private final int[] unplaced;
    private final int[] seen;
    private int count;
    private long step;

    /**
     * @param occupancy changed by each step
     * @param wavelengths only the first so many are used
     */
    Improvement(Occupancy occupancy, int wavelengths, SplittableRandom random) {
        this.occupancy = occupancy;
        this.wavelengths = wavelengths;
        this.random = random;
        this.tabuUntil = new long[occupancy.lightpaths()][wavelengths];
        this.unplaced = new int[occupancy.lightpaths()];
        this.seen = new int[longestRoute(occupancy)];
        for (int lightpath : occupancy.withoutWavelength()) {
            if (!occupancy.routes(lightpath).isEmpty()) {
                unplaced[count++] = lightpath;
            }
        }
    }

    private static int longestRoute(Occupancy occupancy) {
        return IntStream.range(0, occupancy.lightpaths())
                .flatMap(lightpath -> occupancy.routes(lightpath).stream().mapToInt(route -> route.links().length))
                .max()
                .orElse(0);
    }

    private record Place(int index, int route, int wavelength) {}

    /** How many lightpaths that could have a place have none. */
    int unplaced() {
        return count;
    }

    /**
     * Gives one more lightpath a place.
     *
     * @throws InterruptedException when the thread was interrupted; then nothing was changed
     */
    void step() throws InterruptedException {
        step++;
        Place place = best();
        if (place == null) {
            return;
        }
        int lightpath = unplaced[place.index()];
        unplaced[place.index()] = unplaced[--count];
        for (int link : occupancy.routes(lightpath).get(place.route()).links()) {
            int displaced = occupancy.occupant(link, place.wavelength());
            if (displaced != Occupancy.FREE) {
                occupancy.remove(displaced);
                unplaced[count++] = displaced;
                tabuUntil[displaced][place.wavelength()] =
                        step + SHORTEST_TABU + random.nextInt(SHORTEST_TABU) + (long) (TABU_PER_UNPLACED * count);
            }
        }
        occupancy.place(lightpath, place.route(), place.wavelength());
    }

    private Place best() throws InterruptedException {
        Place best = null;
        int fewest = Integer.MAX_VALUE;
        int ties = 0;
        for (int index = 0; index < count; index++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            int lightpath = unplaced[index];
            for (int route = 0; route < occupancy.routes(lightpath).size(); route++) {
                for (int wavelength = 0; wavelength < wavelengths; wavelength++) {
                    int conflicts = conflicts(occupancy.routes(lightpath).get(route), wavelength, fewest);
                    if (conflicts > fewest || conflicts > 0 && tabuUntil[lightpath][wavelength] > step) {
                        continue;
                    }
                    ties = conflicts < fewest ? 1 : ties + 1;
                    fewest = conflicts;
                    if (ties == 1 || random.nextInt(ties) == 0) {
                        best = new Place(index, route, wavelength);
                    }
                }
            }
        }
        return best;
    }

    /** How many lightpaths have the wavelength on the route; not counted on when there are more than that. */
    private int conflicts(Route route, int wavelength, int most) {
        int conflicts = 0;
        for (int link : route.links()) {
            int occupant = occupancy.occupant(link, wavelength);
            if (occupant != Occupancy.FREE && !isSeen(conflicts, occupant)) {
                if (conflicts == most) {
                    return conflicts + 1;
                }
                seen[conflicts++] = occupant;
            }
        }
        return conflicts;
    }

    private boolean isSeen(int count, int lightpath) {
        for (int i = 0; i < count; i++) {
            if (seen[i] == lightpath) {
                return true;
            }
        }
        return false;
    }
}
