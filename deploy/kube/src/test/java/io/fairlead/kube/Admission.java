package io.fairlead.kube;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the API server says of a chart's objects, without keeping them: strict field validation, defaulting, the resource
 * definitions' schemas and rules, Pod Security and quotas. A warning counts like a refusal.
 */
final class Admission {
    /** What others of the same chart refer to when they are admitted, so these are really made. */
    private static final Set<String> FIRST = Set.of("Namespace", "ServiceAccount", "PriorityClass");

    private final Cluster cluster;
    private final Namespace namespace;
    private final List<String> complaints = new ArrayList<>();

    private Admission(Cluster cluster, Namespace namespace) {
        this.cluster = cluster;
        this.namespace = namespace;
    }

    /** @return a line for each complaint; none where all would be admitted */
    static List<String> complaints(Cluster cluster, Namespace namespace, List<Manifest> manifests) {
        Admission admission = new Admission(cluster, namespace);
        manifests.stream().filter(Admission::first).forEach(each -> admission.submit(each, false));
        manifests.stream().filter(each -> !first(each)).forEach(each -> admission.submit(each, true));
        manifests.forEach(admission::submitPod);
        return admission.complaints;
    }

    private static boolean first(Manifest manifest) {
        return FIRST.contains(manifest.kind());
    }

    private void submit(Manifest manifest, boolean dryRun) {
        try {
            String path = cluster.resources().path(manifest, namespace.name());
            note(manifest.toString(), cluster.api().apply(path, manifest.yaml(), dryRun));
        } catch (AssertionError unknownKind) {
            complaints.add(manifest + ": " + unknownKind.getMessage());
            return;
        }
        if (!dryRun && "Namespace".equals(manifest.kind())) {
            Namespace.admitPods(cluster.api(), manifest.name());
        }
    }

    private void submitPod(Manifest workload) {
        ObjectNode pod = workload.pod().orElse(null);
        if (pod != null) {
            String path = cluster.resources()
                    .collection("v1", "Pod", workload.namespace().orElse(namespace.name()));
            note("Pod of " + workload, cluster.api().create(path, pod, true));
        }
    }

    private void note(String what, Api.Answer answer) {
        if (!answer.ok()) {
            complaints.add("%s: %d %s".formatted(what, answer.status(), answer.message()));
        }
        answer.warnings().forEach(warning -> complaints.add("%s: warning %s".formatted(what, warning)));
    }
}
