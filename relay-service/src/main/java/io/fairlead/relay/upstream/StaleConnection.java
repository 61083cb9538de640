package io.fairlead.relay.upstream;

/** A kept connection turned out to be of no use any more before an answer came; a new one may be better. */
class StaleConnection extends UpstreamFailure {

    private static final long serialVersionUID = 1L;

    StaleConnection(String upstream, Kind kind, String reason) {
        super(upstream, kind, reason);
    }
}
