package io.fairlead.kube;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;

/** KWOK's nodes: each says that it is ready and that every pod on it runs. */
final class Nodes {
    private static final String PATH = "/api/v1/nodes";

    private Nodes() {}

    static void add(Api api, String name) {
        api.apply(
                        PATH + "/" + name,
                        """
                        apiVersion: v1
                        kind: Node
                        metadata:
                          name: %s
                          labels: {kubernetes.io/hostname: %s, topology.kubernetes.io/zone: %s}
                        """
                                .formatted(name, name, name),
                        false)
                .orFail();
        api.merge(
                        PATH + "/" + name + "/status",
                        """
                        {"status": {"allocatable": {"cpu": "64", "memory": "256Gi", "pods": "110"},
                                    "capacity": {"cpu": "64", "memory": "256Gi", "pods": "110"}}}
                        """)
                .orFail();
        api.await(PATH + "?fieldSelector=metadata.name=" + name, Nodes::ready, Duration.ofSeconds(30));
    }

    /** What {@code kubectl cordon} does, and its opposite. */
    static void schedulable(Api api, String name, boolean schedulable) {
        api.merge(PATH + "/" + name, "{\"spec\": {\"unschedulable\": %s}}".formatted(!schedulable))
                .orFail();
    }

    private static boolean ready(Map<String, JsonNode> nodes) {
        return nodes.values().stream().anyMatch(node -> Conditions.hold(node, "Ready"));
    }
}
