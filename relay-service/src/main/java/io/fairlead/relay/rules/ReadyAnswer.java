package io.fairlead.relay.rules;

import io.fairlead.core.Computation;
import io.fairlead.relay.http.HeaderFields;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What every caller gets of a kept response who asks for all of it and sets no conditions, worked out once. It is the same
 * that {@link Selection}, {@link Reuse}, {@link Storage#given}, {@link Presentation} and {@link RelayedFields} come to for such a request.
 *
 * @param status its status code
 * @param fields its header fields, but for Age and Cache-Status
 * @param body its body
 * @param madeAt since when its age counts
 * @param freshUntil when it ceases to be fresh
 * @param received the upstream's header fields
 */
@Computation
public record ReadyAnswer(
        int status, HeaderFields fields, byte[] body, Instant madeAt, Instant freshUntil, HeaderFields received) {

    private static final int OK = 200;

    /** What there is under a key made ready; empty when it depends on more of a request than on what it asks for. */
    public static Optional<ReadyAnswer> of(List<StoredResponse> kept, CachePolicy policy, boolean trusted) {
        if (kept.size() != 1
                || kept.get(0).status() != OK
                || !kept.get(0).variant().equals(Variant.ANY)) {
            return Optional.empty();
        }
        StoredResponse only = kept.get(0);
        Duration lifetime = Freshness.lifetime(only, policy);
        Instant freshUntil = Freshness.freshUntil(only, policy);
        HeaderFields fields = RelayedFields.of(Storage.given(only.headers(), policy), trusted)
                .plus(HeaderFields.of("Content-Length", Integer.toString(only.body().length)));
        return Optional.of(
                new ReadyAnswer(OK, fields, only.body(), freshUntil.minus(lifetime), freshUntil, only.headers()));
    }

    /** Whether it may be given without asking the upstream. */
    public boolean fresh(Instant now) {
        return now.isBefore(freshUntil);
    }

    /** Its Age. */
    public String age(Instant now) {
        return Long.toString(Duration.between(madeAt, now).toSeconds());
    }

    /** Its Cache-Status. */
    public String cacheStatus(Instant now) {
        return RelayedFields.cacheStatus(received, CacheStatus.hit(Duration.between(now, freshUntil), "memory"));
    }
}
