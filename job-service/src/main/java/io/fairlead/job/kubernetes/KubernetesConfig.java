package io.fairlead.job.kubernetes;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Processes that leave for a Kubernetes cluster, each job of them as a Kubernetes Job. Off unless enabled. */
@ConfigMapping(prefix = "fairlead.kubernetes")
public interface KubernetesConfig {

    @WithDefault("false")
    boolean enabled();

    /** The API server; that of the pod this runs in, or of the user's kubeconfig, unless given. */
    Optional<String> apiServer();

    /** Where the Kubernetes Jobs are created, for this installation alone: those of jobs that it does not know are deleted. */
    @WithDefault("default")
    String namespace();

    /** How many of them there may be at once in the namespace. */
    @WithDefault("10")
    int most();

    /** How long to wait for a wake-up before looking for jobs anyway. */
    @WithDefault("1s")
    Duration poll();

    /** This service's address as pods see it. */
    @WithDefault("http://job-service:8103")
    String serviceUrl();

    /** The name in the pods' tokens, to which leases are bound: Keycloak's for the account of a client {@code job-pods}. */
    @WithDefault("service-account-job-pods")
    String client();

    /**
     * The Kubernetes Secret whose keys become environment variables of the pods: with what they get their tokens,
     * {@code FAIRLEAD_TOKEN_URL}, {@code FAIRLEAD_CLIENT} and {@code FAIRLEAD_CLIENT_SECRET}.
     */
    @WithDefault("fairlead-job-pods")
    String secret();

    /** What runs each process, by its id. */
    Map<String, Container> processes();

    /** A container that does one job and exits. */
    interface Container {

        String image();

        /** What to run in it; what the image says unless given. */
        Optional<List<String>> command();

        /** As a Kubernetes quantity, such as {@code 2} or {@code 500m}; both its request and its limit. */
        Optional<String> cpu();

        /** As a Kubernetes quantity, such as {@code 4Gi}; both its request and its limit. */
        Optional<String> memory();

        /** How long an attempt may take, the wait for a node and the image included. */
        @WithDefault("1h")
        Duration deadline();
    }
}
