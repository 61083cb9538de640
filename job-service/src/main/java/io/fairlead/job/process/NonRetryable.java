package io.fairlead.job.process;

/** The same inputs can never succeed: the job fails at once. The message is shown to whoever may see the job. */
public class NonRetryable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NonRetryable(String message) {
        super(message);
    }
}
