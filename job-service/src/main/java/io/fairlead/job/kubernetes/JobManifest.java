package io.fairlead.job.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fairlead.job.queue.Lease;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A lease as a Kubernetes Job. Its name follows from job and attempt, so that one attempt cannot have two, and the lease can
 * be read back from it: whoever finds it knows all there is to know.
 */
@ApplicationScoped
class JobManifest {

    static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    static final String FAIRLEAD = "fairlead-job-service";
    private static final String JOB = "fairlead.io/job";
    private static final String ATTEMPT = "fairlead.io/attempt";
    private static final String PROCESS = "fairlead.io/process";
    private static final String WORKER = "fairlead.io/worker";

    /** Kept for so long after its end should nobody of us be there to delete it. */
    private static final int FORGOTTEN_SECONDS = 86_400;

    private final KubernetesConfig config;

    JobManifest(KubernetesConfig config) {
        this.config = config;
    }

    /** The name under which this service holds leases for pods; a pod's token and its worker name come to the same. */
    static String holder(String client, String worker) {
        return client + "/" + worker;
    }

    /** What to create for a lease that was taken in the name of this worker. */
    Job of(Lease lease, String process, String worker) {
        KubernetesConfig.Container container = config.processes().get(process);
        Map<String, String> labels =
                Map.of(MANAGED_BY, FAIRLEAD, JOB, lease.job().toString(), ATTEMPT, String.valueOf(lease.attempt()));
        // One pod and no other: whether there is another attempt is the queue's to say.
        return new JobBuilder()
                .withNewMetadata()
                .withName(name(lease))
                .withNamespace(config.namespace())
                .withLabels(labels)
                .withAnnotations(Map.of(WORKER, worker, PROCESS, process))
                .endMetadata()
                .withNewSpec()
                .withParallelism(1)
                .withCompletions(1)
                .withBackoffLimit(0)
                .withPodReplacementPolicy("Failed")
                .withNewPodFailurePolicy()
                .addNewRule()
                .withAction("FailJob")
                .addNewOnPodCondition("True", "DisruptionTarget")
                .endRule()
                .endPodFailurePolicy()
                .withActiveDeadlineSeconds(container.deadline().toSeconds())
                .withTtlSecondsAfterFinished(FORGOTTEN_SECONDS)
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .withRestartPolicy("Never")
                .withAutomountServiceAccountToken(false)
                .withContainers(container(container, lease, worker))
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    static String name(Lease lease) {
        return "fairlead-" + lease.job() + "-" + lease.attempt();
    }

    private Container container(KubernetesConfig.Container container, Lease lease, String worker) {
        ResourceRequirementsBuilder resources = new ResourceRequirementsBuilder();
        container
                .cpu()
                .ifPresent(cpu -> resources.addToRequests("cpu", quantity(cpu)).addToLimits("cpu", quantity(cpu)));
        container.memory().ifPresent(memory -> resources
                .addToRequests("memory", quantity(memory))
                .addToLimits("memory", quantity(memory)));
        return new ContainerBuilder()
                .withName("process")
                .withImage(container.image())
                .withCommand(container.command().orElse(List.of()))
                .withEnv(
                        variable("FAIRLEAD_URL", config.serviceUrl()),
                        variable("FAIRLEAD_WORKER", worker),
                        variable("FAIRLEAD_JOB", lease.job().toString()),
                        variable("FAIRLEAD_ATTEMPT", String.valueOf(lease.attempt())))
                .addNewEnvFrom()
                .withNewSecretRef(config.secret(), false)
                .endEnvFrom()
                .withResources(resources.build())
                .withNewSecurityContext()
                .withAllowPrivilegeEscalation(false)
                .endSecurityContext()
                .build();
    }

    private static Quantity quantity(String text) {
        return new Quantity(text);
    }

    private static EnvVar variable(String name, String value) {
        return new EnvVarBuilder().withName(name).withValue(value).build();
    }

    /** The lease that a Kubernetes Job was created for; empty when somebody has changed it beyond recognition. */
    Optional<Lease> lease(Job job) {
        Map<String, String> labels = job.getMetadata().getLabels();
        String worker = job.getMetadata().getAnnotations().getOrDefault(WORKER, "");
        try {
            return Optional.of(new Lease(
                    UUID.fromString(labels.getOrDefault(JOB, "")),
                    Integer.parseInt(labels.getOrDefault(ATTEMPT, "")),
                    holder(config.client(), worker)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
