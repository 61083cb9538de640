package io.fairlead.telemetry.reading;

/**
 * One reported value.
 *
 * @param time nanoseconds since 1970: when it was read, or where its interval ends
 * @param start nanoseconds since 1970: where its interval begins; the same as {@code time} without one
 * @param value the number, or null when it is not one
 * @param text the value when it is no number, else null
 * @param quality what the sender said about it, or null
 */
public record Reading(long time, long start, Double value, String text, String quality) {

    /** A number at an instant. */
    public static Reading at(long time, double value) {
        return new Reading(time, time, value, null, null);
    }

    /** A number for an interval. */
    public static Reading over(long start, long end, double value) {
        return new Reading(end, start, value, null, null);
    }

    /** What distinguishes it from the other readings of its series. */
    public Key key() {
        return new Key(time, start);
    }

    /** The identity of a reading in its series. */
    public record Key(long time, long start) {}
}
