package io.fairlead.job.assignment;

import io.fairlead.core.Computation;
import java.time.Duration;
import java.time.Instant;

/** A stretch of time, its end exclusive. */
@Computation
public record Span(Instant start, Instant end) {

    boolean overlaps(Span other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    Duration length() {
        return Duration.between(start, end);
    }

    Span extendedBy(Duration more) {
        return new Span(start, end.plus(more));
    }
}
