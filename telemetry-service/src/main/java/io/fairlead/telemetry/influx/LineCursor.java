package io.fairlead.telemetry.influx;

import io.fairlead.core.Computation;
import java.nio.charset.StandardCharsets;

/** A place in a body of lines. Everything that line protocol gives a meaning is ASCII, so bytes will do. */
@Computation
final class LineCursor {

    private static final int LONGEST_TIME = 18;

    private final byte[] body;
    private int at;
    private int line = 1;

    LineCursor(byte[] body) {
        this.body = body;
    }

    byte[] body() {
        return body;
    }

    int at() {
        return at;
    }

    void moveTo(int place) {
        at = place;
    }

    /** The line it stands in, counted from 1. */
    int line() {
        return line;
    }

    void countLines(int more) {
        line += more;
    }

    boolean isDone() {
        return at >= body.length;
    }

    boolean isAt(char expected) {
        return at < body.length && body[at] == expected;
    }

    boolean atEnd() {
        return endsAt(at);
    }

    private boolean endsAt(int place) {
        if (place >= body.length || body[place] == '\n') {
            return true;
        }
        return body[place] == '\r' && (place + 1 == body.length || body[place + 1] == '\n');
    }

    boolean take(char expected) {
        boolean there = isAt(expected);
        at += there ? 1 : 0;
        return there;
    }

    void skipSpaces() {
        while (at < body.length && (body[at] == ' ' || body[at] == '\t')) {
            at++;
        }
    }

    void skipLine() {
        while (at < body.length && body[at] != '\n') {
            at++;
        }
        at++;
        line++;
    }

    /** Where the measurement and tags end that begin here: before a space that is not escaped. */
    int headEnd() {
        int end = at;
        while (end < body.length && body[end] != ' ' && !endsAt(end)) {
            end += isEscape(end) ? 2 : 1;
        }
        return Math.min(end, body.length);
    }

    /** Where the field's name ends that begins here, with the equals sign behind it if there is one. */
    int keyEnd() {
        int end = at;
        while (end < body.length && body[end] != '=' && body[end] != ',' && body[end] != ' ' && !endsAt(end)) {
            end += isEscape(end) ? 2 : 1;
        }
        return end < body.length && body[end] == '=' ? end + 1 : Math.min(end, body.length);
    }

    private boolean isEscape(int place) {
        if (body[place] != '\\' || place + 1 >= body.length) {
            return false;
        }
        byte next = body[place + 1];
        return next == ',' || next == '=' || next == ' ';
    }

    /** Whether a value may end at a place. */
    boolean valueEndsAt(int place) {
        return place < body.length && (body[place] == ',' || body[place] == ' ') || endsAt(place);
    }

    /** Takes what stands here up to a space or the line's end, or to a comma too. */
    String token(boolean orComma) {
        int from = at;
        while (!atEnd() && body[at] != ' ' && !(orComma && body[at] == ',')) {
            at++;
        }
        return new String(body, from, at - from, StandardCharsets.UTF_8);
    }

    /** Takes a whole number up to a space or the line's end. */
    long wholeNumber() {
        int from = at;
        boolean negative = take('-');
        int first = at;
        long number = 0;
        while (at < body.length && body[at] >= '0' && body[at] <= '9') {
            number = number * 10 + body[at++] - '0';
        }
        if (at > first && at - first <= LONGEST_TIME && (isAt(' ') || atEnd())) {
            return negative ? -number : number;
        }
        at = from;
        try {
            return Long.parseLong(token(false));
        } catch (NumberFormatException e) {
            throw new Malformed("The time stamp is no whole number of 64 bits.");
        }
    }
}
