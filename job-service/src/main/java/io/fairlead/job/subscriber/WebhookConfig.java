package io.fairlead.job.subscriber;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** Whom this service may tell of jobs, and how patiently. */
@ConfigMapping(prefix = "fairlead.webhooks")
public interface WebhookConfig {

    /** Whether addresses may lie in a private network, on this machine or on its link. */
    @WithDefault("false")
    boolean privateAddresses();

    /** Whether addresses without TLS are taken. */
    @WithDefault("false")
    boolean http();

    /** How long one try may take. */
    @WithDefault("15s")
    Duration timeout();

    /** How many tries an instance makes at once. */
    @WithDefault("32")
    int connections();

    /** How many of these may go to one receiver, that is scheme, host and port. */
    @WithDefault("4")
    int connectionsPerReceiver();

    /** The pauses between tries, each give or take a fifth; after the last try it is given up. */
    @WithDefault("5s,5m,30m,2h,5h,10h,14h,20h,24h")
    List<Duration> pauses();

    /** For how long a secret signs on after it was replaced. */
    @WithDefault("24h")
    Duration overlap();

    /** The largest results, in bytes, that are sent themselves; of larger ones the status is sent, which links to them. */
    @WithDefault("1048576")
    long largestResults();
}
