package io.fairlead.kube;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/**
 * What a metrics server would tell of pods. The autoscaler reads it from the API server like any other resource, so a
 * resource definition of the same name serves it here.
 */
final class Metrics {

    private Metrics() {}

    static void install(Api api) {
        Manifest definition = Manifest.one(Folders.resource("crds/pod-metrics.yaml"));
        String path = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
        api.apply(path + "/" + definition.name(), definition.yaml(), false).orFail();
        api.await(
                path + "?fieldSelector=metadata.name=" + definition.name(),
                seen -> seen.values().stream().anyMatch(each -> Conditions.hold(each, "Established")),
                Duration.ofSeconds(30));
    }

    /** Says of a pod that each of its containers takes all of 64 processors. */
    static void busy(Installation installation, String pod) {
        JsonNode live = installation.api().get(installation.core("pods/" + pod)).orFail();
        StringBuilder containers = new StringBuilder();
        live.path("spec").path("containers").forEach(container -> containers
                .append("  - {name: ")
                .append(container.path("name").asText())
                .append(", usage: {cpu: '64', memory: 64Mi}}\n"));
        String labels = live.path("metadata").path("labels").toString();
        installation
                .api()
                .apply(
                        "/apis/metrics.k8s.io/v1beta1/namespaces/%s/pods/%s".formatted(installation.namespace(), pod),
                        """
                        apiVersion: metrics.k8s.io/v1beta1
                        kind: PodMetrics
                        metadata:
                          name: %s
                          labels: %s
                        timestamp: %s
                        window: 30s
                        containers:
                        %s"""
                                .formatted(pod, labels, Instant.now(), containers),
                        false)
                .orFail();
    }
}
