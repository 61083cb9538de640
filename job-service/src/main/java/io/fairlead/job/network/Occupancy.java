package io.fairlead.job.network;

import io.fairlead.core.Computation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Which lightpath has which wavelength of which link, and so which lightpaths have none. */
@Computation
final class Occupancy {

    static final int FREE = -1;

    private final List<List<Route>> routes;
    private final int[][] occupant;
    private final int[] route;
    private final int[] wavelength;
    private final int[] usedLinks;

    /**
     * An empty network.
     *
     * @param routes those that each lightpath may take
     */
    Occupancy(List<List<Route>> routes, int links, int wavelengths) {
        this.routes = routes;
        this.occupant = new int[links][wavelengths];
        for (int[] link : occupant) {
            Arrays.fill(link, FREE);
        }
        this.route = new int[routes.size()];
        this.wavelength = new int[routes.size()];
        Arrays.fill(wavelength, FREE);
        this.usedLinks = new int[wavelengths];
    }

    Occupancy copy() {
        Occupancy copy = new Occupancy(routes, occupant.length, usedLinks.length);
        for (int lightpath = 0; lightpath < route.length; lightpath++) {
            if (placed(lightpath)) {
                copy.place(lightpath, route[lightpath], wavelength[lightpath]);
            }
        }
        return copy;
    }

    int lightpaths() {
        return routes.size();
    }

    List<Route> routes(int lightpath) {
        return routes.get(lightpath);
    }

    boolean placed(int lightpath) {
        return wavelength[lightpath] != FREE;
    }

    Route routeOf(int lightpath) {
        return routes.get(lightpath).get(route[lightpath]);
    }

    int wavelengthOf(int lightpath) {
        return wavelength[lightpath];
    }

    int occupant(int link, int wavelength) {
        return occupant[link][wavelength];
    }

    /** On how many links a wavelength is used. */
    int usedLinks(int wavelength) {
        return usedLinks[wavelength];
    }

    int usedWavelengths() {
        return (int) Arrays.stream(usedLinks).filter(links -> links > 0).count();
    }

    boolean free(Route candidate, int wavelength) {
        for (int link : candidate.links()) {
            if (occupant[link][wavelength] != FREE) {
                return false;
            }
        }
        return true;
    }

    void place(int lightpath, int routeNumber, int onWavelength) {
        route[lightpath] = routeNumber;
        wavelength[lightpath] = onWavelength;
        for (int link : routeOf(lightpath).links()) {
            occupant[link][onWavelength] = lightpath;
            usedLinks[onWavelength]++;
        }
    }

    void remove(int lightpath) {
        for (int link : routeOf(lightpath).links()) {
            occupant[link][wavelength[lightpath]] = FREE;
            usedLinks[wavelength[lightpath]]--;
        }
        wavelength[lightpath] = FREE;
    }

    int[] withoutWavelength() {
        return IntStream.range(0, routes.size())
                .filter(lightpath -> !placed(lightpath))
                .toArray();
    }
}
