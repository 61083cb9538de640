package io.fairlead.job.network;

import io.fairlead.core.Computation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A way through the network.
 *
 * @param links the numbers of its links in the network, in order
 */
@Computation
record Route(List<String> nodes, int[] links, double lengthKm) {

    Route reversed() {
        List<String> back = new ArrayList<>(nodes);
        Collections.reverse(back);
        int last = links.length - 1;
        return new Route(
                List.copyOf(back),
                IntStream.rangeClosed(0, last).map(i -> links[last - i]).toArray(),
                lengthKm);
    }
}
