package io.fairlead.telemetry.report;

import io.fairlead.core.Computation;
import java.math.BigDecimal;
import java.util.SortedMap;

/**
 * One reading as a door found it, not checked yet. What was not sent is null.
 *
 * @param pointer where it stands in the request
 * @param vessel the vessel's code, and where that stands
 * @param channel the channel's name
 * @param labels further parts of the channel's identity
 * @param start where its interval begins
 * @param time when it was read, or where its interval ends
 * @param number its value, when that is a number
 * @param text its value, when that is none
 * @param quality what the sender said about it
 * @param unit the unit of its value
 */
@Computation
public record SentReading(
        String pointer,
        Place vessel,
        String channel,
        SortedMap<String, String> labels,
        String start,
        String time,
        BigDecimal number,
        String text,
        String quality,
        String unit) {

    /** A text of the request and where it stands. */
    public record Place(String text, String pointer) {}

    /** The same of another vessel. */
    SentReading of(Place other) {
        return new SentReading(pointer, other, channel, labels, start, time, number, text, quality, unit);
    }
}
