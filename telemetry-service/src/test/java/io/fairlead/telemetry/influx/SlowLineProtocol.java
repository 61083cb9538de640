package io.fairlead.telemetry.influx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Parses line protocol: {@code measurement,tag=value field=1.5,other="text" 1769832000000000000}.
 *
 * <p>A line that cannot be read is noted and the next one is tried, so that a sender learns of all of them at once.
 */
final class SlowLineProtocol {

    private static final int MOST_FAULTS = 100;

    private final String text;
    private final List<Point> points = new ArrayList<>();
    private final List<LineFault> faults = new ArrayList<>();
    private int at;
    private int line = 1;

    private SlowLineProtocol(String text) {
        this.text = text;
    }

    /** What a text says: its points, and at most a hundred lines that cannot be read. */
    record Lines(List<Point> points, List<LineFault> faults) {}

    /** Parses a request's text. */
    static Lines parse(String text) {
        SlowLineProtocol parser = new SlowLineProtocol(text);
        while (parser.at < text.length()) {
            parser.next();
        }
        return new Lines(List.copyOf(parser.points), List.copyOf(parser.faults));
    }

    private void next() {
        int first = line;
        skipSpaces();
        if (!atEnd() && text.charAt(at) != '#') {
            try {
                points.add(point(first));
            } catch (Malformed e) {
                if (faults.size() < MOST_FAULTS) {
                    faults.add(new LineFault(first, e.getMessage()));
                }
            }
        }
        skipLine();
    }

    private Point point(int first) {
        String measurement = token(", ", ", ");
        require(!measurement.isEmpty(), "The measurement is missing.");
        SortedMap<String, String> tags = new TreeMap<>();
        while (take(',')) {
            String key = key("tag");
            String value = token(", =", ",= ");
            require(!value.isEmpty(), "Tag '" + key + "' has no value.");
            require(tags.put(key, value) == null, "Tag '" + key + "' stands twice.");
        }
        require(take(' '), "The fields are missing.");
        skipSpaces();
        Map<String, Point.Value> fields = fields();
        skipSpaces();
        Long time = atEnd() ? null : time(token(" ", ""));
        skipSpaces();
        require(atEnd(), "There is something after the time stamp.");
        return new Point(first, measurement, tags, fields, time);
    }

    private Map<String, Point.Value> fields() {
        Map<String, Point.Value> fields = new LinkedHashMap<>();
        do {
            String key = key("field");
            Point.Value value = value(key);
            require(fields.put(key, value) == null, "Field '" + key + "' stands twice.");
        } while (take(','));
        require(atEnd() || text.charAt(at) == ' ', "A space or a comma is missing after a field.");
        return fields;
    }

    private Point.Value value(String key) {
        if (take('"')) {
            return new Point.Value(null, string());
        }
        String raw = token(", ", "");
        return SlowFieldValue.parse(raw).orElseThrow(() -> new Malformed("Field '" + key + "' has no valid value."));
    }

    private String key(String kind) {
        String key = token("=, ", ",= ");
        require(!key.isEmpty(), "The name of a " + kind + " is missing.");
        require(take('='), "The value of " + kind + " '" + key + "' is missing.");
        return key;
    }

    private String string() {
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next == '"') {
                return value.toString();
            }
            if (next == '\\' && at < text.length() && "\"\\".indexOf(text.charAt(at)) >= 0) {
                next = text.charAt(at++);
            }
            line += next == '\n' ? 1 : 0;
            value.append(next);
        }
        throw new Malformed("A string is not closed.");
    }

    private String token(String ends, String escapable) {
        StringBuilder token = new StringBuilder();
        while (!atEnd() && ends.indexOf(text.charAt(at)) < 0) {
            char next = text.charAt(at++);
            if (next == '\\' && at < text.length() && escapable.indexOf(text.charAt(at)) >= 0) {
                next = text.charAt(at++);
            }
            token.append(next);
        }
        return token.toString();
    }

    private static Long time(String token) {
        try {
            return Long.valueOf(token);
        } catch (NumberFormatException e) {
            throw new Malformed("The time stamp is no whole number of 64 bits.");
        }
    }

    private boolean atEnd() {
        if (at >= text.length() || text.charAt(at) == '\n') {
            return true;
        }
        return text.charAt(at) == '\r' && (at + 1 == text.length() || text.charAt(at + 1) == '\n');
    }

    private boolean take(char expected) {
        boolean there = at < text.length() && text.charAt(at) == expected;
        at += there ? 1 : 0;
        return there;
    }

    private void skipSpaces() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    private void skipLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
        line++;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Malformed(otherwise);
        }
    }

    /** Ends one line; carries no stack trace, as a request may hold many. */
    private static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String detail) {
            super(detail, null, false, false);
        }
    }
}
