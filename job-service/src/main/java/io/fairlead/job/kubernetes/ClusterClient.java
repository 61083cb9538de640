package io.fairlead.job.kubernetes;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Makes the client when it is first asked something: most installations have no cluster to talk to. */
@Singleton
class ClusterClient {

    // A cluster that is away must not keep leases from being renewed in time.
    private static final int CONNECT_MILLIS = (int) Duration.ofSeconds(2).toMillis();
    private static final int ANSWER_MILLIS = (int) Duration.ofSeconds(3).toMillis();

    @Produces
    @ApplicationScoped
    KubernetesClient client(KubernetesConfig config) {
        ConfigBuilder builder = new ConfigBuilder(Config.autoConfigure(null))
                .withConnectionTimeout(CONNECT_MILLIS)
                .withRequestTimeout(ANSWER_MILLIS)
                .withRequestRetryBackoffLimit(0);
        config.apiServer().ifPresent(builder::withMasterUrl);
        return new KubernetesClientBuilder().withConfig(builder.build()).build();
    }

    void close(@Disposes KubernetesClient client) {
        client.close();
    }
}
