package io.fairlead.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A chart's workloads, really made in a namespace whose pods KWOK runs, and what an operator does to them. */
record Installation(Api api, String namespace) {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** @return once all replicas are ready and the disruption controller has counted them */
    static Installation of(Cluster cluster, List<Manifest> manifests, Namespace namespace) {
        cluster.runPods();
        for (int node = 1; node <= 3; node++) {
            Nodes.add(cluster.api(), "node-" + node);
        }
        Installation installation = new Installation(cluster.api(), namespace.name());
        for (String kind : List.of("Namespace", "ServiceAccount", "Deployment")) {
            installation.make(cluster.resources(), manifests, kind);
        }
        installation.awaitReady();
        for (String kind : List.of("PodDisruptionBudget", "HorizontalPodAutoscaler")) {
            installation.make(cluster.resources(), manifests, kind);
        }
        return installation;
    }

    private void make(Resources resources, List<Manifest> manifests, String kind) {
        manifests.stream().filter(each -> kind.equals(each.kind())).forEach(each -> api.apply(
                        resources.path(each, namespace), each.yaml(), false)
                .orFail());
    }

    void awaitReady() {
        int wanted = deployments().size();
        api.await(
                apps("deployments"),
                seen -> seen.size() >= wanted && seen.values().stream().allMatch(Installation::rolledOut),
                LIMIT);
    }

    /** By name. */
    Map<String, JsonNode> deployments() {
        return byName(api.get(apps("deployments")).orFail());
    }

    /** By name. */
    Map<String, JsonNode> budgets() {
        return byName(api.get(policy()).orFail());
    }

    /** Waits until the budget of that name lets just so many pods go. */
    void awaitAllowed(String budget, int disruptions) {
        api.await(
                policy() + "?fieldSelector=metadata.name=" + budget,
                seen -> seen.containsKey(budget) && allows(seen.get(budget), disruptions),
                LIMIT);
    }

    private static boolean allows(JsonNode budget, int disruptions) {
        JsonNode status = budget.path("status");
        boolean current = status.path("observedGeneration").asInt()
                == budget.path("metadata").path("generation").asInt();
        return current && status.path("disruptionsAllowed").asInt(-1) == disruptions;
    }

    /** @return the names of the ready pods that a Deployment, or its budget, selects */
    List<String> pods(JsonNode selecting) {
        JsonNode labels = selecting.path("spec").path("selector").path("matchLabels");
        StringBuilder query = new StringBuilder();
        labels.properties().forEach(label -> query.append(query.isEmpty() ? "" : ",")
                .append(label.getKey())
                .append('=')
                .append(label.getValue().asText()));
        JsonNode list = api.get(core("pods") + "?labelSelector=" + query).orFail();
        return byName(list).entrySet().stream()
                .filter(pod -> Conditions.hold(pod.getValue(), "Ready"))
                .filter(pod -> !pod.getValue().path("metadata").has("deletionTimestamp"))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What {@code kubectl drain} does to a pod. */
    Api.Answer evict(String pod) {
        ObjectNode eviction = Manifest.one(
                        """
                        apiVersion: policy/v1
                        kind: Eviction
                        metadata: {name: %s, namespace: %s}
                        """
                                .formatted(pod, namespace))
                .object()
                .deepCopy();
        return api.create(core("pods/" + pod + "/eviction"), eviction, false);
    }

    /** @return the names of the pods on a node */
    List<String> podsOn(String node) {
        return List.copyOf(byName(api.get(core("pods") + "?fieldSelector=spec.nodeName=" + node)
                        .orFail())
                .keySet());
    }

    /** What {@code kubectl drain} does: no new pods, and each pod is asked to go until it may. */
    void drain(String node) {
        Nodes.schedulable(api, node, false);
        for (String pod : podsOn(node)) {
            Wait.until(() -> gone(evict(pod)), LIMIT, () -> pod + " may not leave " + node);
        }
        Wait.until(() -> podsOn(node).isEmpty(), LIMIT, () -> node + " still has " + podsOn(node));
    }

    private static boolean gone(Api.Answer eviction) {
        return eviction.ok() || eviction.status() == 404;
    }

    private static boolean rolledOut(JsonNode deployment) {
        JsonNode status = deployment.path("status");
        int replicas = deployment.path("spec").path("replicas").asInt();
        return status.path("observedGeneration").asInt()
                        == deployment.path("metadata").path("generation").asInt()
                && status.path("updatedReplicas").asInt() == replicas
                && status.path("availableReplicas").asInt() == replicas
                && status.path("replicas").asInt() == replicas;
    }

    /** Changes every pod template, as a new version does, and watches until all replicas are of it.
     * @return the fewest replicas of each Deployment that were ready on the way, by name */
    Map<String, Integer> rollOut() {
        Map<String, Integer> fewest = new TreeMap<>();
        Set<String> names = deployments().keySet();
        for (String name : names) {
            api.merge(
                            apps("deployments/" + name),
                            """
                            {"spec": {"template": {"metadata": {"annotations": {"fairlead.io/rolled": "again"}}}}}
                            """)
                    .orFail();
        }
        api.await(
                apps("deployments"),
                seen -> {
                    seen.forEach((name, deployment) -> fewest.merge(
                            name,
                            deployment.path("status").path("readyReplicas").asInt(),
                            Math::min));
                    return seen.size() == names.size() && seen.values().stream().allMatch(Installation::rolledOut);
                },
                LIMIT);
        return fewest;
    }

    String apps(String rest) {
        return "/apis/apps/v1/namespaces/%s/%s".formatted(namespace, rest);
    }

    String core(String rest) {
        return "/api/v1/namespaces/%s/%s".formatted(namespace, rest);
    }

    private String policy() {
        return "/apis/policy/v1/namespaces/%s/poddisruptionbudgets".formatted(namespace);
    }

    private static Map<String, JsonNode> byName(JsonNode list) {
        Map<String, JsonNode> all = new TreeMap<>();
        list.path("items")
                .forEach(each -> all.put(each.path("metadata").path("name").asText(), each));
        return all;
    }
}
