package io.fairlead.relay.upstream;

/** An upstream gave no answer that could be relayed. */
public class UpstreamFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** In which way it failed. */
    public enum Kind {
        /** No connection, or it broke. */
        UNREACHABLE,
        /** No answer in time. */
        TIMEOUT,
        /** An answer that is too large or not what it should be. */
        UNUSABLE
    }

    private final Kind kind;

    /**
     * @param upstream its name
     * @param kind in which way it failed
     * @param reason for the log and the caller; says nothing of addresses
     */
    public UpstreamFailure(String upstream, Kind kind, String reason) {
        super("The upstream " + upstream + " " + reason + ".");
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
