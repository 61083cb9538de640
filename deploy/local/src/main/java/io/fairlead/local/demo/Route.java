package io.fairlead.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Legs that a vessel repeats for ever, since a day before all readings. */
record Route(List<Leg> legs) {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    /**
     * Where a vessel is.
     *
     * @param done how much of the leg is done, from 0 to 1
     */
    record Fix(Leg leg, double done) {

        Place place() {
            return leg.from().towards(leg.to(), done);
        }

        Activity activity() {
            return leg.activity();
        }

        /** In metres. */
        double draught() {
            return leg.draught() + done * (leg.draughtAfter() - leg.draught());
        }
    }

    Fix at(Instant time) {
        Duration cycle = legs.stream().map(Leg::time).reduce(Duration.ZERO, Duration::plus);
        long into = Math.floorMod(Duration.between(BEGIN, time).toMillis(), cycle.toMillis());
        for (Leg leg : legs) {
            if (into < leg.time().toMillis()) {
                return new Fix(leg, into / (double) leg.time().toMillis());
            }
            into -= leg.time().toMillis();
        }
        throw new IllegalStateException("a cycle is as long as its legs");
    }
}
