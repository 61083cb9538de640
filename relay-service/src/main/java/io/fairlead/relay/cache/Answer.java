package io.fairlead.relay.cache;

import io.fairlead.relay.http.HeaderFields;
import io.fairlead.relay.rules.CachePolicy;
import io.fairlead.relay.rules.CacheStatus;
import io.fairlead.relay.rules.Freshness;
import io.fairlead.relay.rules.Storage;
import io.fairlead.relay.rules.StoredResponse;
import io.fairlead.relay.upstream.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What there is for a caller.
 *
 * @param response the response, or as much of it as has been read
 * @param rest where the rest of its body comes from
 * @param whole whether it is what the cache holds, out of which the caller gets what was asked for; else it is the
 *     upstream's answer to just that request
 * @param age how old it is; none when it came from the upstream just now and said nothing of it
 * @param status how the cache came by it
 * @param shared what others get who waited for the same; none when it is not for them
 */
public record Answer(
        StoredResponse response,
        Optional<Exchange> rest,
        boolean whole,
        Optional<Duration> age,
        CacheStatus status,
        Optional<StoredResponse> shared) {

    /** From the cache. */
    static Answer hit(StoredResponse kept, String detail, CachePolicy policy, Instant now) {
        return kept(given(kept, policy), CacheStatus.hit(timeToLive(kept, policy, now), detail), now);
    }

    /** From the cache, the upstream having failed. */
    static Answer staleOnError(StoredResponse kept, int forwardedStatus, CachePolicy policy, Instant now) {
        return kept(given(kept, policy), CacheStatus.staleOnError(forwardedStatus, timeToLive(kept, policy, now)), now);
    }

    /** From the cache, however it came by it. */
    static Answer kept(StoredResponse kept, CacheStatus status, Instant now) {
        return new Answer(
                kept, Optional.empty(), true, Optional.of(Freshness.age(kept, now)), status, Optional.of(kept));
    }

    /** From the upstream. */
    static Answer fresh(
            StoredResponse response,
            Optional<Exchange> rest,
            boolean whole,
            CacheStatus status,
            Optional<StoredResponse> shared) {
        Optional<Duration> age = response.headers().has("Age")
                ? Optional.of(Freshness.age(response, response.receivedAt()))
                : Optional.empty();
        return new Answer(response, rest, whole, age, status, shared);
    }

    /** The same for a caller that waited for it. */
    Answer collapsed(Instant now) {
        return kept(shared.orElseThrow(), status.collapsed(), now);
    }

    /** As the upstream's rules have it now, which may have been others when it was kept. */
    private static StoredResponse given(StoredResponse kept, CachePolicy policy) {
        HeaderFields headers = Storage.given(kept.headers(), policy);
        return headers == kept.headers() ? kept : kept.with(headers, kept.body());
    }

    static Duration timeToLive(StoredResponse response, CachePolicy policy, Instant now) {
        return Freshness.lifetime(response, policy).minus(Freshness.age(response, now));
    }
}
