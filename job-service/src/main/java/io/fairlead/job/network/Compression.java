package io.fairlead.job.network;

import io.fairlead.core.Computation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Numbers wavelengths anew so that the most used come first, and takes the lightpaths of the last ones out. */
@Computation
final class Compression {

    private Compression() {}

    static Occupancy to(Occupancy occupancy, int allowed, int links, int wavelengths) {
        List<Integer> kept = IntStream.range(0, wavelengths)
                .boxed()
                .sorted(Comparator.comparingInt(wavelength -> -occupancy.usedLinks(wavelength)))
                .limit(allowed)
                .toList();
        Occupancy compressed = new Occupancy(
                IntStream.range(0, occupancy.lightpaths())
                        .mapToObj(occupancy::routes)
                        .toList(),
                links,
                wavelengths);
        for (int lightpath = 0; lightpath < occupancy.lightpaths(); lightpath++) {
            int wavelength = kept.indexOf(occupancy.wavelengthOf(lightpath));
            if (wavelength >= 0) {
                int route = occupancy.routes(lightpath).indexOf(occupancy.routeOf(lightpath));
                compressed.place(lightpath, route, wavelength);
            }
        }
        return compressed;
    }
}
