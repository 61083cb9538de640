package io.fairlead.telemetry.table;

import io.fairlead.core.Computation;

/**
 * A column of a table.
 *
 * @param name its name in a header; that of a label has no prefix
 * @param kind what its cells hold
 */
@Computation
public record Column(String name, Kind kind) {

    private static final String LABEL_PREFIX = "label.";

    /** What cells hold. */
    public enum Kind {
        TEXT,
        /** The text of one of a channel's labels. */
        LABEL,
        /** A time in nanoseconds since 1970. */
        TIME,
        /** A floating-point number. */
        NUMBER,
        /** A whole number. */
        COUNT
    }

    public static Column text(String name) {
        return new Column(name, Kind.TEXT);
    }

    /** The name in formats that know no objects, the same as in the CSV that is taken in. */
    public String title() {
        return kind == Kind.LABEL ? LABEL_PREFIX + name : name;
    }
}
