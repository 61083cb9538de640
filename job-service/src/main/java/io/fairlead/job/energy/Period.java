package io.fairlead.job.energy;

import io.fairlead.core.Computation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A stretch of time that begins and ends at the edge of a 15-minute window. */
@Computation
public record Period(Instant start, Instant end) {

    public static final Duration WINDOW = Duration.ofMinutes(15);
    public static final int WINDOWS_PER_HOUR = (int) Duration.ofHours(1).dividedBy(WINDOW);
    public static final int WINDOWS_PER_DAY = (int) Duration.ofDays(1).dividedBy(WINDOW);

    /** The smallest period of whole windows that holds these times. */
    public static Period covering(Instant start, Instant end) {
        return new Period(floor(start), floor(end.plus(WINDOW).minusNanos(1)));
    }

    public Duration length() {
        return Duration.between(start, end);
    }

    public int windows() {
        return Math.toIntExact(length().dividedBy(WINDOW));
    }

    /** The right ends of its windows, which are their labels. */
    public Stream<Instant> windowEnds() {
        return Stream.iterate(start.plus(WINDOW), at -> !at.isAfter(end), at -> at.plus(WINDOW));
    }

    /** Itself in parts of at most this length, which is a multiple of a window. */
    public List<Period> parts(Duration most) {
        return Stream.iterate(start, at -> at.isBefore(end), at -> at.plus(most))
                .map(at -> new Period(at, at.plus(most).isBefore(end) ? at.plus(most) : end))
                .toList();
    }

    private static Instant floor(Instant time) {
        long seconds = WINDOW.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
    }
}
