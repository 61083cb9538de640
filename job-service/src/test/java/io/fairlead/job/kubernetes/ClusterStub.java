package io.fairlead.job.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobConditionBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.ScalableResource;
import io.fabric8.kubernetes.client.server.mock.KubernetesMixedDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.ServerRequest;
import io.fabric8.mockwebserver.ServerResponse;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The API server of a cluster: keeps what it is given, tells who watches, and runs nothing. */
public class ClusterStub implements QuarkusTestResourceLifecycleManager {

    private static final String NAMESPACE = "computations";
    private static final Duration AT_MOST = Duration.ofSeconds(30);
    private static KubernetesMockServer server;
    private static final Map<String, Job> CREATED = new HashMap<>();
    private static final Set<String> DELETED = new HashSet<>();
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
        jobs().watch(new Remembering());
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

    /** One watch from the beginning: the stub does not tell a later one what happened before it. */
    private static final class Remembering implements Watcher<Job> {

        @Override
        public void eventReceived(Action action, Job job) {
            synchronized (CREATED) {
                if (action == Action.ADDED) {
                    CREATED.put(job.getMetadata().getName(), job);
                } else if (action == Action.DELETED) {
                    DELETED.add(job.getMetadata().getName());
                }
                CREATED.notifyAll();
            }
        }

        @Override
        public void onClose(WatcherException cause) {
            // the tests end
        }
    }

    /** Waits until there is or was a Job of this name. */
    static Job awaitCreated(String name) {
        await(() -> CREATED.containsKey(name), name + " created");
        return CREATED.get(name);
    }

    /** Waits until the Job of this name was deleted. */
    static void awaitDeleted(String name) {
        await(() -> DELETED.contains(name), name + " deleted");
    }

    private static void await(BooleanSupplier happened, String what) {
        long end = System.nanoTime() + AT_MOST.toNanos();
        synchronized (CREATED) {
            while (!happened.getAsBoolean()) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                assertThat(left).as(what).isPositive();
                try {
                    CREATED.wait(left);
                } catch (InterruptedException e) {
                    throw new AssertionError(what, e);
                }
            }
        }
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
