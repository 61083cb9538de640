package io.fairlead.lake;

/** An event that can never be read, and why. */
final class BadEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadEvent(String reason) {
        super(reason);
    }

    BadEvent(String reason, Throwable cause) {
        super(reason, cause);
    }
}
