package io.fairlead.job.process;

/**
 * Something that the process needs is away for now. The job waits and is tried again; it does not count as an error. The
 * message is shown to whoever may see the job.
 */
public class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
