package io.fairlead.relay.rules;

import io.fairlead.core.Computation;
import io.fairlead.relay.http.HeaderFields;
import java.time.Instant;

/**
 * A response as it may be given to any caller whose request selects it.
 *
 * @param key what it answers
 * @param variant which requests for that select it
 * @param status its status code; 206 when it is a part only
 * @param headers the header fields that may be passed on
 * @param body its whole body
 * @param requestedAt when the upstream was asked
 * @param receivedAt when the upstream's answer came
 */
@Computation
public record StoredResponse(
        CacheKey key,
        Variant variant,
        int status,
        HeaderFields headers,
        byte[] body,
        Instant requestedAt,
        Instant receivedAt) {

    private static final int OVERHEAD = 200;
    private static final int PARTIAL_CONTENT = 206;

    /** Whether it is a part of the whole only. */
    public boolean partial() {
        return status == PARTIAL_CONTENT;
    }

    /** The same with other header fields and another body. */
    public StoredResponse with(HeaderFields otherHeaders, byte[] otherBody) {
        return new StoredResponse(key, variant, status, otherHeaders, otherBody, requestedAt, receivedAt);
    }

    /** The same as if asked for at another time. */
    public StoredResponse askedAt(Instant time) {
        Instant received = receivedAt.isBefore(time) ? time : receivedAt;
        return new StoredResponse(key, variant, status, headers, body, time, received);
    }

    /** About how many bytes of memory it takes, with the fields once more for the {@link ReadyAnswer} made of it. */
    public int weight() {
        int text = headers.fields().stream()
                .mapToInt(field -> field.name().length() + field.value().length() + OVERHEAD / 2)
                .sum();
        return 2 * OVERHEAD + key.path().length() + variant.text().length() + 2 * text + body.length;
    }
}
