package io.fairlead.kube;

import java.time.Duration;

/**
 * A namespace as a careful platform team gives one away: Pod Security {@code restricted} is enforced and warned of, and a
 * quota admits only pods whose containers all say what they need.
 */
record Namespace(Api api, String name) {

    static Namespace create(Api api, String name) {
        api.apply("/api/v1/namespaces/" + name, restricted(name), false).orFail();
        admitPods(api, name);
        return new Namespace(api, name);
    }

    private static String restricted(String name) {
        return """
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: %s
                  labels:
                    pod-security.kubernetes.io/enforce: restricted
                    pod-security.kubernetes.io/warn: restricted
                """
                .formatted(name);
    }

    /** Does what controllers do in a cluster that has them: the default account, and the quota's count so far. */
    static void admitPods(Api api, String name) {
        String base = "/api/v1/namespaces/" + name;
        api.apply(
                        base + "/serviceaccounts/default",
                        """
                        apiVersion: v1
                        kind: ServiceAccount
                        metadata: {name: default}
                        """,
                        false)
                .orFail();
        String hard = "{requests.cpu: '64', requests.memory: 256Gi, limits.memory: 256Gi, pods: '100'}";
        api.apply(
                        base + "/resourcequotas/all",
                        """
                        apiVersion: v1
                        kind: ResourceQuota
                        metadata: {name: all}
                        spec: {hard: %s}
                        """
                                .formatted(hard),
                        false)
                .orFail();
        String none = hard.replaceAll(": [^,}]+", ": '0'");
        api.apply(
                        base + "/resourcequotas/all/status",
                        """
                        apiVersion: v1
                        kind: ResourceQuota
                        metadata: {name: all}
                        status: {hard: %s, used: %s}
                        """
                                .formatted(hard, none),
                        false)
                .orFail();
        // Admission reads quotas from a cache: only once that has this one is anything refused.
        Manifest needless = Manifest.one(Folders.resource("needless-pod.yaml"));
        Wait.until(
                () -> api.create(base + "/pods", needless.object(), true)
                        .message()
                        .contains("must specify"),
                Duration.ofSeconds(30),
                () -> "no quota in " + name);
    }
}
