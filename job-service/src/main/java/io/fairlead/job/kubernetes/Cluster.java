package io.fairlead.job.kubernetes;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fairlead.job.process.Unavailable;
import io.fairlead.job.queue.Lease;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The Kubernetes Jobs of this service. Every call blocks. */
@ApplicationScoped
class Cluster {

    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final KubernetesClient client;
    private final JobManifest manifest;
    private final KubernetesConfig config;

    Cluster(KubernetesClient client, JobManifest manifest, KubernetesConfig config) {
        this.client = client;
        this.manifest = manifest;
        this.config = config;
    }

    /**
     * Creates what the lease needs; to do so again changes nothing.
     *
     * @return the Kubernetes Job
     * @throws Unavailable when the cluster is away for now; then it may or may not have been created
     */
    Job create(Lease lease, String process, String worker) {
        Job job = manifest.of(lease, process, worker);
        try {
            return ask(() -> client.batch().v1().jobs().resource(job).create());
        } catch (KubernetesClientException e) {
            if (e.getCode() != CONFLICT) {
                throw e;
            }
            return job;
        }
    }

    /**
     * All that there are, by their leases.
     *
     * @throws Unavailable when the cluster is away for now
     */
    Map<Lease, Job> jobs() {
        Map<Lease, Job> jobs = new HashMap<>();
        ask(() -> client.batch()
                        .v1()
                        .jobs()
                        .inNamespace(config.namespace())
                        .withLabel(JobManifest.MANAGED_BY, JobManifest.FAIRLEAD)
                        .list())
                .getItems()
                .forEach(job -> manifest.lease(job).ifPresent(lease -> jobs.put(lease, job)));
        return jobs;
    }

    /**
     * Deletes it and its pod, if it is there.
     *
     * @throws Unavailable when the cluster is away for now
     */
    void delete(Lease lease) {
        ask(() -> client.batch()
                .v1()
                .jobs()
                .inNamespace(config.namespace())
                .withName(JobManifest.name(lease))
                .withPropagationPolicy(DeletionPropagation.BACKGROUND)
                .delete());
    }

    private static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (KubernetesClientException e) {
            if (!refused(e.getCode())) {
                throw new Unavailable("The cluster that it is to run in cannot be reached.", e);
            }
            throw e;
        }
    }

    /** Whether the same would be refused again; without any answer there is no such code. */
    private static boolean refused(int code) {
        return code >= BAD_REQUEST && code < SERVER_ERROR && code != TOO_MANY_REQUESTS;
    }
}
