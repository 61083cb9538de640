package io.fairlead.core.metrics;

import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** Measuring what may be away for a while. */
public final class Measurement {

    private static final Logger LOG = Logger.getLogger(Measurement.class);

    private Measurement() {}

    /** The same, but when it fails there is a line in the log and the values stay what they were: the next one comes soon. */
    public static Uni<Void> of(String what, Uni<?> measured) {
        return measured.replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("measured=%s done=false reason=%s", what, failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
