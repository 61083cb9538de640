package io.fairlead.local.demo;

import java.time.Instant;

/** A time of which nothing is told, as when a link was down and the gateway's memory full. */
record Gap(Instant start, Instant end) {

    static final Gap NONE = new Gap(Instant.EPOCH, Instant.EPOCH);

    /** Whether something is told of this time. */
    boolean leaves(Instant time) {
        return time.isBefore(start) || !time.isBefore(end);
    }
}
