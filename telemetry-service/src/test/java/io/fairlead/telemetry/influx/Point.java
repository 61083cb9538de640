package io.fairlead.telemetry.influx;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;

/**
 * One line of line protocol, unescaped.
 *
 * @param line where it stands, counted from 1
 * @param time in the request's precision, or null when the line has none
 */
record Point(int line, String measurement, SortedMap<String, String> tags, Map<String, Value> fields, Long time) {

    /**
     * A field's value.
     *
     * @param number null when it is no number
     * @param text a string, or {@code true} or {@code false}; null when it is a number
     */
    record Value(BigDecimal number, String text) {}
}
