package io.fairlead.job.network;

import io.fairlead.core.Computation;
import java.util.List;

/**
 * A way through the network.
 *
 * @param links the numbers of its links in the network, in order
 */
@Computation
record Route(List<String> nodes, int[] links, double lengthKm) {}
