package io.fairlead.telemetry.influx;

import io.fairlead.core.Computation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Some bytes of a body as a key: names as they were sent, escapes and all. As no two spellings mean the same name, equal
 * bytes and equal names are one.
 */
@Computation
final class Raw implements Comparable<Raw> {

    private final byte[] bytes;
    private final int from;
    private final int to;
    private final int hash;

    private Raw(byte[] bytes, int from, int to, int hash) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.hash = hash;
    }

    /** A key to look up with: it only points into the array. */
    static Raw within(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return new Raw(bytes, from, to, hash);
    }

    /** A key to keep. */
    Raw copy() {
        return new Raw(Arrays.copyOfRange(bytes, from, to), 0, to - from, hash);
    }

    int length() {
        return to - from;
    }

    /** Whether these bytes stand at a place of a body. */
    boolean standsAt(byte[] body, int at) {
        int end = at + to - from;
        return end <= body.length && Arrays.equals(bytes, from, to, body, at, end);
    }

    /** Where a name ends that begins at a place here: before the first of some characters that is not escaped. */
    int end(int at, String ends, String escapable) {
        int end = at;
        while (end < length() && ends.indexOf(bytes[from + end]) < 0) {
            end += isEscape(end, escapable) ? 2 : 1;
        }
        return end;
    }

    /** A part as text, without the backslashes that escape. */
    String text(int at, int end, String escapable) {
        byte[] plain = new byte[end - at];
        int length = 0;
        for (int i = at; i < end; i++) {
            i += isEscape(i, escapable) ? 1 : 0;
            plain[length++] = bytes[from + i];
        }
        return new String(plain, 0, length, StandardCharsets.UTF_8);
    }

    private boolean isEscape(int i, String escapable) {
        return bytes[from + i] == '\\' && i + 1 < length() && escapable.indexOf(bytes[from + i + 1]) >= 0;
    }

    boolean holds(int i, char expected) {
        return i < length() && bytes[from + i] == expected;
    }

    /** Lets a map of keys that somebody made collide stay fast. */
    @Override
    public int compareTo(Raw other) {
        return Arrays.compare(bytes, from, to, other.bytes, other.from, other.to);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Raw that
                && hash == that.hash
                && Arrays.equals(bytes, from, to, that.bytes, that.from, that.to);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
