package io.fairlead.cli.output;

/**
 * What the streams lead to. Java cannot ask of one stream whether it is a terminal; the start script can.
 *
 * @param out whether standard output is a terminal
 * @param err whether standard error is one
 * @param columns how wide it is, 0 if unknown
 */
public record Terminal(boolean out, boolean err, int columns) {

    private static final int USUAL = 80;

    /** The terminal that the start script found. */
    public static Terminal found() {
        return new Terminal(
                Boolean.getBoolean("fairlead.terminal.out"),
                Boolean.getBoolean("fairlead.terminal.err"),
                Integer.getInteger("fairlead.terminal.columns", 0));
    }

    /** How wide a table may be; as wide as it likes where no terminal shows it. */
    int width() {
        if (!out) {
            return Integer.MAX_VALUE;
        }
        return columns > 0 ? columns : USUAL;
    }
}
