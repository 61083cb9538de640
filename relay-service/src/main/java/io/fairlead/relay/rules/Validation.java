package io.fairlead.relay.rules;

import io.fairlead.core.Computation;
import io.fairlead.relay.http.EntityTag;
import io.fairlead.relay.http.HeaderFields;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** How a kept response is validated with its upstream, and a caller's with us (RFC 9111, 4.3). */
@Computation
public final class Validation {

    private static final int OK = 200;

    private Validation() {}

    /** Whether a kept response has something to ask its upstream about. */
    public static boolean possible(StoredResponse response) {
        return !response.partial()
                && (response.headers().has("ETag") || response.headers().has("Last-Modified"));
    }

    /** The request that asks whether a kept response is still current (RFC 9111, 4.3.1). */
    public static RequestHead request(RequestHead request, StoredResponse kept) {
        RequestHead plain = request.unconditional();
        HeaderFields fields = plain.headers();
        Optional<String> tag = kept.headers().first("ETag");
        Optional<String> modified = kept.headers().first("Last-Modified");
        if (tag.isPresent()) {
            fields = fields.plus(HeaderFields.of("If-None-Match", tag.get()));
        }
        if (modified.isPresent()) {
            fields = fields.plus(HeaderFields.of("If-Modified-Since", modified.get()));
        }
        return plain.with(fields);
    }

    /**
     * A kept response with what a 304 says of it now (RFC 9111, 3.2 and 4.3.4): each field that came takes the place of
     * the one before.
     *
     * @param received the fields of the 304 that may be passed on
     */
    public static StoredResponse freshened(
            StoredResponse kept, HeaderFields received, Instant requestedAt, Instant receivedAt, CachePolicy policy) {
        HeaderFields news = Storage.kept(received, policy);
        Set<String> replaced = new HashSet<>(news.names());
        replaced.add("age");
        return new StoredResponse(
                kept.key(),
                kept.variant(),
                kept.status(),
                Storage.kept(kept.headers().without(replaced).plus(news), policy),
                kept.body(),
                requestedAt,
                receivedAt);
    }

    /**
     * Whether a caller already has this response (RFC 9111, 4.3.2): by its tag, or, no tag being named, by its date.
     *
     * @param request the caller's fields
     */
    public static boolean callerHas(HeaderFields request, StoredResponse response) {
        if (response.status() != OK) {
            return false;
        }
        if (request.has("If-None-Match")) {
            String named = request.joined("If-None-Match");
            return response.headers()
                    .first("ETag")
                    .map(tag -> EntityTag.anyMatches(named, tag))
                    .orElse(named.trim().equals("*"));
        }
        Instant now = response.receivedAt();
        return Freshness.date(request, "If-Modified-Since", now)
                .map(since -> !modified(response).isAfter(since))
                .orElse(false);
    }

    private static Instant modified(StoredResponse response) {
        Instant received = response.receivedAt();
        return Freshness.date(response.headers(), "Last-Modified", received)
                .or(() -> Freshness.date(response.headers(), "Date", received))
                .orElse(received);
    }
}
