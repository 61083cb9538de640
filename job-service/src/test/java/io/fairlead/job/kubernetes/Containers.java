package io.fairlead.job.kubernetes;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;

/** Settings of tests without a service. */
final class Containers {

    private Containers() {}

    /** One process, {@code heavy}, and the defaults but for the API server. */
    static KubernetesConfig heavy(String apiServer) {
        return new SmallRyeConfigBuilder()
                .withMapping(KubernetesConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withDefaultValue("fairlead.kubernetes.api-server", apiServer)
                .withDefaultValue("fairlead.kubernetes.client", "job-pods")
                .withDefaultValue("fairlead.kubernetes.processes.heavy.image", "example.org/heavy:1")
                .withDefaultValue("fairlead.kubernetes.processes.heavy.command", "solve,--fast")
                .withDefaultValue("fairlead.kubernetes.processes.heavy.cpu", "2")
                .withDefaultValue("fairlead.kubernetes.processes.heavy.memory", "4Gi")
                .withDefaultValue("fairlead.kubernetes.processes.heavy.deadline", "PT2H")
                .build()
                .getConfigMapping(KubernetesConfig.class);
    }
}
