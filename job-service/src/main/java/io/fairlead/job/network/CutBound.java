package io.fairlead.job.network;

import io.fairlead.core.Computation;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What no plan can beat: all lightpaths between two parts of a network must share the links between these parts. The limiting
 * cut of S. Baroni, P. Bayvel, Wavelength Requirements in Arbitrarily Connected Wavelength-Routed Optical Networks, Journal of
 * Lightwave Technology 15 (1997).
 *
 * <p>Networks of up to 16 nodes are cut in every way; larger ones around each node, by growing distance. Demands that nothing
 * connects are not for it: they are blocked whatever is between them.
 */
@Computation
final class CutBound {

    private static final int EVERY_CUT = 16;

    private final int[][] joined;
    private final int[][] wanted;
    private final int available;
    private int wavelengths;
    private int blocked;

    /**
     * Cuts the network.
     *
     * @param routable demands between nodes that are connected
     * @param available how many wavelengths each link has
     */
    CutBound(Network network, List<Demand> routable, int available) {
        this.available = available;
        int nodes = network.nodes().size();
        Map<String, Integer> number = new HashMap<>();
        network.nodes().forEach(node -> number.put(node, number.size()));
        joined = new int[nodes][nodes];
        network.links().forEach(link -> add(joined, number.get(link.from()), number.get(link.to()), 1));
        wanted = new int[nodes][nodes];
        routable.forEach(
                demand -> add(wanted, number.get(demand.from()), number.get(demand.to()), demand.lightpaths()));
        if (nodes <= EVERY_CUT) {
            for (long part = 1; part < 1L << nodes - 1; part++) {
                cut(BitSet.valueOf(new long[] {part}));
            }
        } else {
            for (int node = 0; node < nodes; node++) {
                cutsAround(node);
            }
        }
    }

    private static void add(int[][] matrix, int from, int to, int count) {
        matrix[from][to] += count;
        matrix[to][from] += count;
    }

    /** How many wavelengths it takes at least to place all lightpaths. */
    int wavelengths() {
        return wavelengths;
    }

    /** How many lightpaths have no place at least, with the available wavelengths. */
    int blocked() {
        return blocked;
    }

    private void cutsAround(int node) {
        BitSet part = new BitSet();
        Deque<Integer> next = new ArrayDeque<>(List.of(node));
        while (!next.isEmpty()) {
            int reached = next.remove();
            if (!part.get(reached)) {
                part.set(reached);
                cut(part);
                for (int other = 0; other < joined.length; other++) {
                    if (joined[reached][other] > 0) {
                        next.add(other);
                    }
                }
            }
        }
    }

    private void cut(BitSet part) {
        int links = across(part, joined);
        int lightpaths = across(part, wanted);
        if (lightpaths > 0) {
            wavelengths = Math.max(wavelengths, (lightpaths + links - 1) / links);
            blocked = Math.max(blocked, lightpaths - available * links);
        }
    }

    private static int across(BitSet part, int[][] matrix) {
        int sum = 0;
        for (int from = part.nextSetBit(0); from >= 0; from = part.nextSetBit(from + 1)) {
            for (int to = 0; to < matrix.length; to++) {
                sum += part.get(to) ? 0 : matrix[from][to];
            }
        }
        return sum;
    }
}
