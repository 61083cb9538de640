package io.fairlead.job.network;

import io.fairlead.core.Computation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Places lightpaths one after the other, those with the longest shortest route first, each on its shortest route that has a
 * free wavelength: the first-fit and most-used heuristics of H. Zang, J. P. Jue, B. Mukherjee, A Review of Routing and
 * Wavelength Assignment Approaches, Optical Networks Magazine 1 (2000).
 */
@Computation
final class Construction {

    private Construction() {}

    static void run(Occupancy occupancy, int wavelengths, WavelengthChoice choice) {
        IntStream.range(0, occupancy.lightpaths())
                .boxed()
                .filter(lightpath -> !occupancy.routes(lightpath).isEmpty())
                .sorted(Comparator.comparingInt(
                        lightpath -> -occupancy.routes(lightpath).get(0).links().length))
                .forEach(lightpath -> place(occupancy, lightpath, wavelengths, choice));
    }

    private static void place(Occupancy occupancy, int lightpath, int wavelengths, WavelengthChoice choice) {
        List<Integer> order = order(occupancy, wavelengths, choice);
        List<Route> routes = occupancy.routes(lightpath);
        for (int route = 0; route < routes.size(); route++) {
            for (int wavelength : order) {
                if (occupancy.free(routes.get(route), wavelength)) {
                    occupancy.place(lightpath, route, wavelength);
                    return;
                }
            }
        }
    }

    private static List<Integer> order(Occupancy occupancy, int wavelengths, WavelengthChoice choice) {
        return switch (choice) {
            case FIRST_FIT -> IntStream.range(0, wavelengths).boxed().toList();
            case MOST_USED -> IntStream.range(0, wavelengths)
                    .boxed()
                    .sorted(Comparator.comparingInt(wavelength -> -occupancy.usedLinks(wavelength)))
                    .toList();
        };
    }
}
