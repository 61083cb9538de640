package io.fairlead.job.assignment;

import io.fairlead.core.Computation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jgrapht.alg.matching.KuhnMunkresMinimalWeightBipartitePerfectMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * What no roster can beat. Slots are grouped so that those of a group are all occupied at one moment; within a group a vessel
 * takes at most one, which is the assignment problem, and is solved exactly (H. W. Kuhn, The Hungarian method for the assignment
 * problem, Naval Research Logistics Quarterly 2, 1955). That a vessel's slots of different groups may conflict is left out.
 *
 * @param emptyWeight the priorities of all slots that stay empty
 * @param cost in hundredths; compared among rosters of this emptyWeight
 */
@Computation
record AssignmentBound(long emptyWeight, long cost) {

    /** Up to this all whole numbers are doubles, in which the assignment problem is solved. */
    private static final double MOST_EXACT = 0x1p53;

    /** Whether the bound of these slots can be computed without rounding. */
    static boolean isExact(List<Slot> slots) {
        double highest =
                slots.stream().mapToDouble(AssignmentBound::highestCost).sum();
        double priorities = slots.stream().mapToDouble(Slot::priority).sum();
        return priorities * (1 + highest) < MOST_EXACT;
    }

    static AssignmentBound of(List<Slot> slots) {
        long more = 1 + slots.stream().mapToLong(AssignmentBound::highestCost).sum();
        long sum =
                groups(slots).stream().mapToLong(group -> cheapest(group, more)).sum();
        return new AssignmentBound(sum / more, sum % more);
    }

    private static long highestCost(Slot slot) {
        return slot.costs().values().stream().mapToLong(cost -> cost).max().orElse(0);
    }

    /** The fewest groups: each holds what is occupied just before the first end of what is left. */
    static List<List<Slot>> groups(List<Slot> slots) {
        List<Slot> left = new ArrayList<>(slots);
        left.sort(Comparator.comparingLong(Slot::end));
        List<List<Slot>> groups = new ArrayList<>();
        while (!left.isEmpty()) {
            long end = left.get(0).end();
            List<Slot> group = left.stream().filter(slot -> slot.start() < end).toList();
            groups.add(group);
            left.removeAll(new HashSet<>(group));
        }
        return groups;
    }

    /** The smallest sum of costs, an empty slot counting its priority times what all costs together cannot come to. */
    private static long cheapest(List<Slot> group, long more) {
        Set<String> vessels = new LinkedHashSet<>();
        group.forEach(slot -> vessels.addAll(slot.costs().keySet()));
        List<String> columns = List.copyOf(vessels);
        int size = group.size() + columns.size();
        SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        Set<Integer> left = new LinkedHashSet<>();
        Set<Integer> right = new LinkedHashSet<>();
        for (int i = 0; i < size; i++) {
            left.add(i);
            right.add(size + i);
            graph.addVertex(i);
            graph.addVertex(size + i);
        }
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double weight = row < group.size() ? weight(group.get(row), columns, column, more) : 0;
                graph.setEdgeWeight(graph.addEdge(row, size + column), weight);
            }
        }
        return Math.round(new KuhnMunkresMinimalWeightBipartitePerfectMatching<>(graph, left, right)
                .getMatching()
                .getWeight());
    }

    private static double weight(Slot slot, List<String> vessels, int column, long more) {
        Long cost = column < vessels.size() ? slot.costs().get(vessels.get(column)) : null;
        return cost == null ? (double) slot.priority() * more : cost;
    }
}
