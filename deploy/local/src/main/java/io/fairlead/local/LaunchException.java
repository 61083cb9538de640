package io.fairlead.local;

/** Something the person at the terminal can act upon, said in one line; shown without a stack trace. */
public final class LaunchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LaunchException(String message) {
        super(message);
    }

    LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}
