package io.fairlead.relay.upstream;

import java.time.Instant;

/**
 * What an upstream answered.
 *
 * @param status its status code
 * @param headers all its header fields
 * @param body its whole body
 * @param requestedAt when it was asked
 * @param receivedAt when its answer was complete
 */
public record UpstreamResponse(
        int status, HeaderFields headers, byte[] body, Instant requestedAt, Instant receivedAt) {}
