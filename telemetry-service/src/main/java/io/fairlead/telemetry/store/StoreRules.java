package io.fairlead.telemetry.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Period;

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

    /** How long things are kept. */
    Retention retention();

    /** How long things are kept, by kind. */
    interface Retention {

        /** Raw readings; older ones are refused, and those that have become older are dropped by the day. */
        @WithDefault("P400D")
        Period raw();

        /** Windows, which outlive the readings that they were made from; dropped by the month. */
        @WithDefault("P10Y")
        Period windows();

        /** For how long a batch that is sent again is known, whatever became of its readings since. */
        @WithDefault("P7D")
        Period batches();
    }
}
