package io.fairlead.kube;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What happens to the chart's pods when nodes are drained, versions change and load grows, by the real scheduler and
 * controllers. KWOK plays the nodes, so pods are ready at once and end at once: how they end is not seen here.
 */
@ClusterTest
@Needs({"helm", "etcd", "kube-apiserver", "kube-controller-manager", "kube-scheduler", "kwok", "crds"})
class DisruptionTest {
    private static final Chart CHART = Chart.fairlead();
    private static final Chart SMALL = new Chart(Folders.resources().resolve("charts/good"));

    private final Cluster cluster;
    private final Api api;

    DisruptionTest(Cluster cluster) {
        this.cluster = cluster;
        this.api = cluster.api();
    }

    @Test
    void shouldLetNodeBeDrainedWhenThereIsOneReplica() {
        Installation installation = install("one-replica-values.yaml");
        Map<String, JsonNode> budgets = installation.budgets();

        assertThat(budgets).hasSameSizeAs(installation.deployments());
        budgets.forEach((name, budget) -> {
            installation.awaitAllowed(name, 1);
            List<String> pods = installation.pods(budget);
            assertThat(pods).hasSize(1);
            assertThat(installation.evict(pods.get(0)).orFail().path("status").asText())
                    .isEqualTo("Success");
        });
        installation.awaitReady();
    }

    @Test
    void shouldLetPodsGoOneAtATimeWhenThereAreTwo() {
        Installation installation = install("minimal-existing-values.yaml");

        installation.budgets().forEach((name, budget) -> {
            installation.awaitAllowed(name, 1);
            List<String> pods = installation.pods(budget);
            assertThat(pods).hasSize(2);
            nodes(false);
            installation.evict(pods.get(0)).orFail();
            installation.awaitAllowed(name, 0);
            Api.Answer second = installation.evict(pods.get(1));
            assertThat(second.status()).as(second.message()).isEqualTo(429);
            nodes(true);
            installation.awaitAllowed(name, 1);
            assertThat(installation.evict(pods.get(1)).ok()).isTrue();
        });
    }

    @Test
    void shouldEmptyNodeWhenItIsDrained() {
        Installation installation = install("minimal-existing-values.yaml");
        String node = Stream.of("node-1", "node-2", "node-3")
                .filter(each -> !installation.podsOn(each).isEmpty())
                .findFirst()
                .orElseThrow();

        installation.drain(node);

        installation.awaitReady();
        assertThat(installation.podsOn(node)).isEmpty();
        nodes(true);
    }

    @Test
    void shouldKeepAllReplicasReadyWhenVersionChanges() {
        Installation installation = install("minimal-existing-values.yaml");

        Map<String, Integer> fewest = installation.rollOut();

        assertThat(fewest).isNotEmpty();
        installation.deployments().forEach((name, deployment) -> assertThat(fewest.get(name))
                .as(name)
                .isGreaterThanOrEqualTo(deployment.path("spec").path("replicas").asInt()));
    }

    @Test
    void shouldSeeDrainBlockedWhenBudgetKeepsTheOnlyReplica() {
        Installation installation = install(SMALL, "one-values.yaml", "maxUnavailable: 1", "minAvailable: 1");
        JsonNode budget = installation.budgets().get("good");

        installation.awaitAllowed("good", 0);

        assertThat(installation.evict(installation.pods(budget).get(0)).status())
                .isEqualTo(429);
    }

    @Test
    void shouldSeeFewerReplicasWhenVersionMayChangeInPlace() {
        Installation installation =
                install(SMALL, "two-values.yaml", "maxUnavailable: 0, maxSurge: 1", "maxUnavailable: 2, maxSurge: 0");

        assertThat(installation.rollOut().get("good")).isLessThan(2);
    }

    @Test
    void shouldAddReplicasWhenProcessorsAreBusy() {
        Metrics.install(api);
        Installation installation = install("keda-values.yaml");
        String scalers =
                "/apis/autoscaling/v2/namespaces/%s/horizontalpodautoscalers".formatted(installation.namespace());
        JsonNode scaler = api.get(scalers).orFail().path("items").path(0);
        JsonNode deployment = installation
                .deployments()
                .get(scaler.path("spec").path("scaleTargetRef").path("name").asText());
        int most = scaler.path("spec").path("maxReplicas").asInt();

        installation.pods(deployment).forEach(pod -> Metrics.busy(installation, pod));

        Map<String, JsonNode> after = api.await(
                scalers,
                seen -> seen.values().stream()
                        .anyMatch(each ->
                                each.path("status").path("desiredReplicas").asInt() == most),
                Duration.ofMinutes(2));
        assertThat(after.values()).allMatch(each -> Conditions.hold(each, "ScalingActive"));
        assertThat(most).isGreaterThan(deployment.path("spec").path("replicas").asInt());
    }

    private Installation install(String variant) {
        return install(CHART, variant, "", "");
    }

    private Installation install(Chart chart, String variant, String right, String wrong) {
        Namespace namespace = cluster.namespace();
        String rendered =
                chart.render(namespace.name(), chart.folder().resolve("ci").resolve(variant));
        assertThat(rendered).contains(right);
        return Installation.of(cluster, Manifest.all(rendered.replace(right, wrong)), namespace);
    }

    private void nodes(boolean schedulable) {
        for (int node = 1; node <= 3; node++) {
            Nodes.schedulable(api, "node-" + node, schedulable);
        }
    }
}
