package io.fairlead.telemetry.store;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.block.Points;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A time span of one series in which readings are new or corrected.
 *
 * @param lower the earliest of them, or where its interval starts, in nanoseconds since 1970
 * @param upper the latest of them
 */
@Computation
record Touched(Series series, long lower, long upper) {

    /** Changes further apart than this are spans of their own: what lies between them need not be read. */
    private static final long APART = Duration.ofHours(12).toNanos();

    /** The spans of some readings of a series. */
    static List<Touched> by(Series series, Points points) {
        List<Touched> spans = new ArrayList<>();
        long lower = points.start(0);
        long upper = points.time(0);
        for (int i = 1; i < points.size(); i++) {
            if (points.start(i) - upper > APART) {
                spans.add(new Touched(series, lower, upper));
                lower = points.start(i);
            }
            lower = Math.min(lower, points.start(i));
            upper = points.time(i);
        }
        spans.add(new Touched(series, lower, upper));
        return spans.size() == 1 ? spans : merge(spans);
    }

    /** The same spans of one series, those near each other joined. */
    static List<Touched> merge(Collection<Touched> spans) {
        List<Touched> merged = new ArrayList<>();
        for (Touched next :
                spans.stream().sorted(Comparator.comparingLong(Touched::lower)).toList()) {
            Touched last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && next.lower - last.upper <= APART) {
                merged.set(merged.size() - 1, last.with(next.lower, next.upper));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }

    private Touched with(long from, long to) {
        return new Touched(series, Math.min(lower, from), Math.max(upper, to));
    }
}
