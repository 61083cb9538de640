package io.fairlead.telemetry.store;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.block.Points;
import io.fairlead.telemetry.block.PointsBuilder;
import java.util.Objects;

/** Tells what is new among readings from what the store has already. */
@Computation
final class Novelty {

    private Novelty() {}

    /** Those of some readings that the store does not have, or has with another value, text or quality. */
    static Points of(Points incoming, Points stored) {
        if (stored.size() == 0) {
            return incoming;
        }
        PointsBuilder novel = new PointsBuilder();
        int at = 0;
        for (int i = 0; i < incoming.size(); i++) {
            while (at < stored.size() && compare(stored, at, incoming, i) < 0) {
                at++;
            }
            boolean known =
                    at < stored.size() && compare(stored, at, incoming, i) == 0 && same(stored, at, incoming, i);
            if (!known) {
                novel.add(
                        incoming.time(i), incoming.start(i), incoming.value(i), incoming.text(i), incoming.quality(i));
            }
        }
        return novel.size() == incoming.size() ? incoming : novel.build();
    }

    private static int compare(Points one, int i, Points other, int j) {
        int byTime = Long.compare(one.time(i), other.time(j));
        return byTime != 0 ? byTime : Long.compare(one.start(i), other.start(j));
    }

    private static boolean same(Points one, int i, Points other, int j) {
        return Double.doubleToRawLongBits(one.value(i)) == Double.doubleToRawLongBits(other.value(j))
                && Objects.equals(one.text(i), other.text(j))
                && Objects.equals(one.quality(i), other.quality(j));
    }
}
