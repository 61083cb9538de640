package io.fairlead.relay.cache;

import io.fairlead.core.Computation;
import io.fairlead.relay.upstream.HeaderFields;
import java.time.Instant;

/**
 * A response as it may be given to any caller.
 *
 * @param key what it answers
 * @param status its status code
 * @param headers the header fields that may be passed on
 * @param body its whole body
 * @param requestedAt when the upstream was asked
 * @param receivedAt when the upstream's answer was complete
 */
@Computation
public record StoredResponse(
        CacheKey key, int status, HeaderFields headers, byte[] body, Instant requestedAt, Instant receivedAt) {

    private static final int OVERHEAD = 200;

    /** About how many bytes of memory it takes. */
    public int weight() {
        int text = headers.fields().stream()
                .mapToInt(field -> field.name().length() + field.value().length() + OVERHEAD / 2)
                .sum();
        return OVERHEAD + key.path().length() + text + body.length;
    }
}
