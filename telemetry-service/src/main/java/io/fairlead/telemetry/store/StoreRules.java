package io.fairlead.telemetry.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How readings are kept. */
@ConfigMapping(prefix = "fairlead.store")
public interface StoreRules {

    /** Readings wait at most this long before they are sealed into blocks. */
    @WithDefault("PT5M")
    Duration sealAfter();

    /** So many waiting readings are sealed at once, however young. */
    @WithDefault("1000000")
    int sealReadings();

    /** At most so many readings are sealed in one transaction; they are in memory while it lasts. */
    @WithDefault("4000000")
    int sealMost();

    /** So many blocks of one series and day are rewritten into one. */
    @WithDefault("8")
    int compactBlocks();

    /** How often to look whether something is to be sealed; as Quarkus' scheduler writes it. */
    String sealEvery();

    /** How often to look for blocks worth rewriting. */
    String compactEvery();

    /** How often to look for what is too old to be kept. */
    String forgetEvery();

    /** How long after its start an instance looks for that first. */
    String forgetAfterStart();

    /** How often to measure what is in the store, for the metrics. */
    String measureEvery();
}
