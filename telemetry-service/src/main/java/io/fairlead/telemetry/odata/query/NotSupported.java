package io.fairlead.telemetry.odata.query;

import io.fairlead.core.problem.Problems;
import jakarta.ws.rs.WebApplicationException;

/**
 * 501: the protocol has it and this service does not. It is the client's request that is unusual, so it is no error to
 * be logged, as a problem of that status would be.
 */
public final class NotSupported extends WebApplicationException {

    private static final int STATUS = 501;

    /** Refuses a request; the message is for whoever sent it. */
    public NotSupported(String message) {
        super(
                message,
                Problems.of(STATUS, "not-implemented", "Not implemented", message)
                        .toResponse());
    }
}
