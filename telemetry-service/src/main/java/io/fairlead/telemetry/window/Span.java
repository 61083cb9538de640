package io.fairlead.telemetry.window;

import io.fairlead.core.Computation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A run of whole windows that has to be computed anew.
 *
 * @param from the start of its first window
 * @param to the end of its last window
 */
@Computation
public record Span(long from, long to) {

    /** The windows that the time between, both ends included, lies in or borders on. */
    public static Span around(long first, long last) {
        return new Span(QuarterHours.startOf(first), QuarterHours.endOf(last));
    }

    /** Whether a window is one of this run's. */
    public boolean holds(long windowEnd) {
        return windowEnd > from && windowEnd <= to;
    }

    /** The same windows in as few runs as possible, in order. */
    public static List<Span> merge(Collection<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span span :
                spans.stream().sorted(Comparator.comparingLong(Span::from)).toList()) {
            Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && span.from() <= last.to()) {
                merged.set(merged.size() - 1, new Span(last.from(), Math.max(last.to(), span.to())));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }
}
