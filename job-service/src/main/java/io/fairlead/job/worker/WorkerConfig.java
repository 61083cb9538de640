package io.fairlead.job.worker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The built-in worker. Off, the service only answers requests; API and workers scale apart. */
@ConfigMapping(prefix = "fairlead.worker")
public interface WorkerConfig {

    @WithDefault("true")
    boolean enabled();

    /** How many jobs run at once. */
    @WithDefault("4")
    int threads();

    /** How long to wait for a wake-up before looking for jobs anyway. */
    @WithDefault("1s")
    Duration poll();

    /** How long running jobs may go on when the service stops, before they are handed back. */
    @WithDefault("5s")
    Duration drain();

    /** What this worker is called; by default its host and process, which tell where to look. */
    Optional<String> name();
}
