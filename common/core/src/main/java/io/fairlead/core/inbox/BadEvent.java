package io.fairlead.core.inbox;

/** An event that can never be applied, however often it is delivered. It goes to the dead letters with this reason. */
public class BadEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param reason what is wrong with it, for whoever repairs it
     */
    public BadEvent(String reason) {
        super(reason);
    }
}
