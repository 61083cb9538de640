package io.fairlead.job.kubernetes;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The service with a cluster, short leases and two attempts. */
public class WithCluster implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("fairlead.queue.heartbeat", "1s"),
                Map.entry("fairlead.queue.lease", "3s"),
                Map.entry("fairlead.queue.first-pause", "PT0.1S"),
                Map.entry("fairlead.queue.max-errors", "2"),
                Map.entry("fairlead.kubernetes.enabled", "true"),
                Map.entry("fairlead.kubernetes.namespace", "computations"),
                Map.entry("fairlead.kubernetes.client", "job-pods"),
                Map.entry("fairlead.kubernetes.processes.outside-pod.image", "example.org/outside:1"),
                Map.entry(
                        "fairlead.kubernetes.processes.outside-pod.command",
                        "python3,src/test/python/pod.py,outside-pod,outside"),
                Map.entry("fairlead.kubernetes.processes.outside-pod.memory", "512Mi"),
                Map.entry("fairlead.kubernetes.processes.outside-pod.deadline", "10m"));
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(ClusterStub.class));
    }
}
