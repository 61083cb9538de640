package io.fairlead.telemetry.influx;

import io.fairlead.core.Computation;
import java.nio.charset.StandardCharsets;

/** Reads quoted strings and booleans. */
@Computation
final class FieldText {

    private static final int LONGEST = 4096;

    private final byte[] body;
    private String text;
    private int lines;

    FieldText(byte[] body) {
        this.body = body;
    }

    /**
     * Reads the string whose first character, after the quotation mark, stands at a place.
     *
     * @return where it ends, after the closing mark, or -1 when it is not closed
     */
    int read(int from) {
        int escapes = 0;
        lines = 0;
        int at = from;
        while (at < body.length && body[at] != '"') {
            lines += body[at] == '\n' ? 1 : 0;
            boolean escape = isEscape(at);
            escapes += escape ? 1 : 0;
            at += escape ? 2 : 1;
        }
        if (at >= body.length) {
            return -1;
        }
        text = escapes == 0 ? new String(body, from, at - from, StandardCharsets.UTF_8) : plain(from, at, escapes);
        return at + 1;
    }

    private boolean isEscape(int at) {
        return body[at] == '\\' && at + 1 < body.length && (body[at + 1] == '"' || body[at + 1] == '\\');
    }

    private String plain(int from, int to, int escapes) {
        byte[] plain = new byte[to - from - escapes];
        int length = 0;
        for (int at = from; at < to; at++) {
            at += isEscape(at) ? 1 : 0;
            plain[length++] = body[at];
        }
        return new String(plain, StandardCharsets.UTF_8);
    }

    /** How many line ends the string holds, closed or not. */
    int lines() {
        return lines;
    }

    String text() {
        return text;
    }

    /** The boolean that a token spells, as a text; null when it is none. */
    static String bool(String token) {
        return switch (token) {
            case "t", "T", "true", "True", "TRUE" -> "true";
            case "f", "F", "false", "False", "FALSE" -> "false";
            default -> null;
        };
    }

    /** What is wrong with a text as a field's value, or null. */
    static String fault(String text, LineField field) {
        if (field.unit() != null) {
            return "This is no number.";
        }
        boolean unfit = text.length() > LONGEST || text.indexOf(0) >= 0;
        return unfit ? "A text is at most " + LONGEST + " characters long and has no NUL." : null;
    }
}
