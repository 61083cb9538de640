package io.fairlead.job.queue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Period;

/** How long a lease lasts and how often a job is tried. All instances must agree on it. */
@ConfigMapping(prefix = "fairlead.queue")
public interface QueueConfig {

    /** How often a worker renews its leases, and how often expired ones are looked for. At least 1 s. */
    @WithDefault("5s")
    Duration heartbeat();

    /** How long a lease lasts without a renewal. */
    @WithDefault("15s")
    Duration lease();

    /** How many errors of the process end a job. */
    @WithDefault("5")
    int maxErrors();

    /** How many workers may die over a job before it is quarantined. */
    @WithDefault("3")
    int maxCrashes();

    /** The pause after the first failed attempt; it doubles with each further one. */
    @WithDefault("1s")
    Duration firstPause();

    /** The longest pause between two attempts. */
    @WithDefault("1m")
    Duration longestPause();

    /** How long a job waits for another service that is away before it fails. */
    @WithDefault("24h")
    Duration patience();

    /** For how long jobs that have ended are kept. */
    @WithDefault("P90D")
    Period retention();

    default RetryPolicy retryPolicy() {
        return new RetryPolicy(maxErrors(), firstPause(), longestPause(), patience());
    }
}
