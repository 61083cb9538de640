package io.fairlead.relay.upstream;

import java.time.Duration;

/** An upstream gave no answer that could be relayed. */
public class UpstreamFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** In which way it failed. */
    public enum Kind {
        /** No connection, or it broke. */
        UNREACHABLE,
        /** No answer in time. */
        TIMEOUT,
        /** It did not get all of the request, for the caller did not send it. */
        BROKEN_UPLOAD,
        /** It did not get all of the request, for the caller sent nothing more of it for a while. */
        STALLED_UPLOAD,
        /** An answer that is too large or not what it should be. */
        UNUSABLE,
        /** It could not say whether what is kept is still current, and without that it must not be used. */
        NOT_VALIDATED,
        /** The caller wanted only what is kept, and nothing is. */
        NOT_ASKED,
        /** It is not to be asked for a while. */
        RESTING
    }

    private final Kind kind;
    private final Duration retryAfter;

    /**
     * @param upstream its name
     * @param kind in which way it failed
     * @param reason for the log and the caller; says nothing of addresses
     */
    public UpstreamFailure(String upstream, Kind kind, String reason) {
        this(upstream, kind, reason, Duration.ZERO);
    }

    /** It is not to be asked for a while. */
    UpstreamFailure(String upstream, Duration rest) {
        this(upstream, Kind.RESTING, "is not to be asked now", rest);
    }

    /** Too many wait for it already. */
    public static UpstreamFailure crowded(String upstream) {
        return new UpstreamFailure(upstream, Kind.RESTING, "has too many callers waiting", Duration.ofSeconds(1));
    }

    private UpstreamFailure(String upstream, Kind kind, String reason, Duration retryAfter) {
        super("The upstream " + upstream + " " + reason + ".");
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /** When to come back, where that is known; else zero. */
    public Duration retryAfter() {
        return retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    /** The same where something is kept that must not be used without asking. */
    public UpstreamFailure unvalidated(String upstream) {
        return kind == Kind.RESTING
                ? this
                : new UpstreamFailure(upstream, Kind.NOT_VALIDATED, "cannot say whether what is kept is still current");
    }
}
