package io.fairlead.relay.rules;

import io.fairlead.relay.http.HeaderFields;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a cache does with a request after another for the same path has been answered.
 *
 * @param kind what it does
 * @param validators the conditions that it sends to the upstream
 */
record Decision(Kind kind, List<String> validators) {

    static final CachePolicy POLICY = new CachePolicy(Duration.ZERO, Duration.ZERO, true);

    enum Kind {
        /** It uses what it has kept. */
        USED,
        /** It asks the upstream whether what it has kept is still current. */
        VALIDATED,
        /** It asks the upstream as if it had nothing. */
        FETCHED
    }

    /** The decision that shows in the request which it leads to. */
    static Decision asking(HeaderFields request) {
        List<String> validators = Stream.of("If-None-Match", "If-Modified-Since")
                .flatMap(name -> request.first(name).stream().map(value -> name + ": " + value))
                .toList();
        return new Decision(validators.isEmpty() ? Kind.FETCHED : Kind.VALIDATED, validators);
    }

    /** What our rules have the relay do. */
    static Decision ours(RepeatedRequest seen, Instant now) {
        RequestHead asked = new RequestHead("GET", "/", seen.first());
        RequestHead wanted = new RequestHead("GET", "/", seen.second());
        if (!Storage.storable(asked, seen.status(), seen.response(), POLICY)) {
            return asking(seen.second());
        }
        StoredResponse kept = new StoredResponse(
                new CacheKey("a", "/"),
                Variant.of(seen.first(), Variant.names(seen.response())),
                seen.status(),
                Storage.kept(seen.response(), POLICY),
                new byte[0],
                now,
                now);
        if (Selection.of(List.of(kept), wanted).isEmpty()) {
            return asking(seen.second());
        }
        if (Reuse.of(kept, wanted, POLICY, now) != Reuse.VALIDATE) {
            return new Decision(Kind.USED, List.of());
        }
        return asking((Validation.possible(kept) ? Validation.request(wanted, kept) : wanted).headers());
    }
}
