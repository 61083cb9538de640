package io.fairlead.cli;

/** Why a command could not be carried out, in words for whoever typed it. */
public class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int exit;

    public CommandFailure(int exit, String message) {
        super(message);
        this.exit = exit;
    }

    public CommandFailure(int exit, String message, Throwable cause) {
        super(message, cause);
        this.exit = exit;
    }

    /** One of {@link Exit}. */
    public int exit() {
        return exit;
    }
}
