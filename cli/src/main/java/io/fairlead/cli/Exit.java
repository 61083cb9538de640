package io.fairlead.cli;

/** What the command ends with, so that scripts can tell the reasons apart. */
public final class Exit {

    /** It was done. */
    public static final int DONE = 0;

    /** The service, or this program, erred. */
    public static final int ERROR = 1;

    /** The command line is wrong. */
    public static final int USAGE = 2;

    /** Nobody is signed in, or the session has ended. */
    public static final int SIGNED_OUT = 3;

    /** Whoever is signed in may not do this. */
    public static final int FORBIDDEN = 4;

    /** There is no such thing. */
    public static final int NOT_FOUND = 5;

    /** The service refused the request: a value is wrong, or something changed meanwhile. */
    public static final int REFUSED = 6;

    /** No answer, or the service asks to come back later. */
    public static final int UNAVAILABLE = 7;

    /** The job that was watched failed. */
    public static final int JOB_FAILED = 8;

    /** The job that was watched was called off. */
    public static final int JOB_DISMISSED = 9;

    private Exit() {}

    /** The exit code for a refusal by HTTP. */
    public static int of(int status) {
        return switch (status) {
            case 401 -> SIGNED_OUT;
            case 403 -> FORBIDDEN;
            case 404, 410 -> NOT_FOUND;
            case 429, 502, 503, 504 -> UNAVAILABLE;
            default -> status >= 400 && status < 500 ? REFUSED : ERROR;
        };
    }
}
