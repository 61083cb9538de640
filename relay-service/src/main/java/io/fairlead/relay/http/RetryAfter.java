package io.fairlead.relay.http;

import io.fairlead.core.Computation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** For how long a server wants to be left alone (RFC 9110, 10.2.3). */
@Computation
public final class RetryAfter {

    private static final Set<Integer> MEANT = Set.of(429, 503);

    private RetryAfter() {}

    /** Reads it from an answer; empty when it says no such thing or with a status that does not mean it. */
    public static Optional<Duration> of(int status, HeaderFields headers, Instant now) {
        if (!MEANT.contains(status)) {
            return Optional.empty();
        }
        return headers.first("Retry-After")
                .flatMap(value -> CacheControl.wholeNumber(value.trim()).or(() -> HttpDate.parse(value, now)
                        .map(until -> Duration.between(now, until))
                        .filter(rest -> !rest.isNegative())));
    }
}
