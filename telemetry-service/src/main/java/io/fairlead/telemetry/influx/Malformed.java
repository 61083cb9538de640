package io.fairlead.telemetry.influx;

/** Ends one line; carries no stack trace, as a request may hold many. */
final class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Malformed(String detail) {
        super(detail, null, false, false);
    }

    static void unless(boolean holds, String otherwise) {
        if (!holds) {
            throw new Malformed(otherwise);
        }
    }
}
