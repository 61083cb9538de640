package io.fairlead.job.network;

import io.fairlead.core.Computation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.YenKShortestPath;
import org.jgrapht.graph.SimpleWeightedGraph;

/** Finds the k shortest routes without loops, by Yen's algorithm. */
@Computation
final class RouteFinder {

    private final SimpleWeightedGraph<String, Integer> graph = new SimpleWeightedGraph<>(Integer.class);
    private final Network network;
    private final int count;
    private final Map<List<String>, List<Route>> found = new HashMap<>();

    RouteFinder(Network network, Metric metric, int count) {
        this.network = network;
        this.count = count;
        network.nodes().forEach(graph::addVertex);
        for (int i = 0; i < network.links().size(); i++) {
            Network.Link link = network.links().get(i);
            graph.addEdge(link.from(), link.to(), i);
            graph.setEdgeWeight(i, metric == Metric.HOPS ? 1 : link.lengthKm());
        }
    }

    /** At most so many routes, the shortest first; none when nothing connects the nodes. The same both ways. */
    List<Route> between(String from, String to) {
        if (from.compareTo(to) > 0) {
            return between(to, from).stream().map(Route::reversed).toList();
        }
        return found.computeIfAbsent(List.of(from, to), ends -> new YenKShortestPath<>(graph)
                .getPaths(from, to, count).stream().map(this::route).toList());
    }

    private Route route(GraphPath<String, Integer> path) {
        return new Route(
                path.getVertexList(),
                path.getEdgeList().stream().mapToInt(link -> link).toArray(),
                path.getEdgeList().stream()
                        .mapToDouble(link -> network.links().get(link).lengthKm())
                        .sum());
    }
}
