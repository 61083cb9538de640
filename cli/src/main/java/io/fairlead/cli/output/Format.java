package io.fairlead.cli.output;

/** How a command prints what it got. */
public enum Format {
    /** For a person: columns that fit the terminal. */
    TABLE,
    /** For programs: as the service gave it. */
    JSON,
    /** For spreadsheets: RFC 4180, the columns of the table with whole values. */
    CSV
}
