package io.fairlead.relay.upstream;

import io.fairlead.core.problem.Problems;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells a caller that the upstream failed: 504 when it took too long, else 502; or that the caller
 * did, with 400 or 408. The gate tells the log, once. */
class FailedUpstreams {

    private static final Logger LOG = Logger.getLogger(FailedUpstreams.class);

    @ServerExceptionMapper
    Response answer(UpstreamFailure failure) {
        LOG.debugf("upstream failure=%s reason=%s", failure.kind(), failure.getMessage());
        return switch (failure.kind()) {
            case NOT_ASKED, NOT_VALIDATED -> Problems.of(504, "not-kept", "Gateway timeout", failure.getMessage())
                    .toResponse();
            case RESTING -> Problems.unavailable(failure.getMessage(), failure.retryAfter())
                    .toResponse();
            case TIMEOUT -> Problems.of(504, "upstream-timeout", "Gateway timeout", failure.getMessage())
                    .toResponse();
            case BROKEN_UPLOAD -> Problems.of(400, "broken-upload", "Bad request", failure.getMessage())
                    .toResponse();
            case STALLED_UPLOAD -> Problems.of(408, "stalled-upload", "Request timeout", failure.getMessage())
                    .toResponse();
            case UNREACHABLE, UNUSABLE -> Problems.of(502, "upstream-failed", "Bad gateway", failure.getMessage())
                    .toResponse();
        };
    }
}
