package io.fairlead.job.kubernetes;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobConditionBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.ScalableResource;
import io.fabric8.kubernetes.client.server.mock.KubernetesMixedDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.ServerRequest;
import io.fabric8.mockwebserver.ServerResponse;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/** The API server of a cluster: keeps what it is given, tells who watches, and runs nothing. */
public class ClusterStub implements QuarkusTestResourceLifecycleManager {

    private static final String NAMESPACE = "computations";
    private static KubernetesMockServer server;
    private static KubernetesClient client;

    @Override
    public Map<String, String> start() {
        Map<ServerRequest, Queue<ServerResponse>> answers = new HashMap<>();
        server = new KubernetesMockServer(
                new io.fabric8.mockwebserver.Context(),
                new MockWebServer(),
                answers,
                new KubernetesMixedDispatcher(answers),
                false);
        server.init();
        client = server.createClient();
        return Map.of("fairlead.kubernetes.api-server", client.getMasterUrl().toString());
    }

    @Override
    public void stop() {
        client.close();
        server.destroy();
    }

    /** The Kubernetes Jobs. */
    public static NonNamespaceOperation<Job, ?, ScalableResource<Job>> jobs() {
        return client.batch().v1().jobs().inNamespace(NAMESPACE);
    }

    /** Answers the next creations of a Job with 503. */
    static void refuseCreations(int times) {
        server.expect()
                .post()
                .withPath("/apis/batch/v1/namespaces/" + NAMESPACE + "/jobs")
                .andReturn(503, "{}")
                .times(times);
    }

    /** Says what has become of a Job, as the cluster's own controller does. */
    static void conclude(String name, String type, String reason) {
        jobs().withName(name).editStatus(job -> job.edit()
                .editOrNewStatus()
                .addToConditions(new JobConditionBuilder()
                        .withType(type)
                        .withStatus("True")
                        .withReason(reason)
                        .build())
                .endStatus()
                .build());
    }
}
