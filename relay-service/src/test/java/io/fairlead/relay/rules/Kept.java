package io.fairlead.relay.rules;

import io.fairlead.relay.http.HeaderFields;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Kept responses for tests. */
final class Kept {

    static final Instant RECEIVED = Instant.parse("2026-11-21T11:00:00Z");
    static final String DATE = "Sat, 21 Nov 2026 11:00:00 GMT";

    private Kept() {}

    static StoredResponse response(String... headers) {
        return response(200, "0123456789", headers);
    }

    static StoredResponse response(int status, String body, String... headers) {
        return variant(Variant.ANY, status, body, headers);
    }

    static StoredResponse response(int status, String body, HeaderFields headers) {
        return response(status, body).with(headers, body.getBytes(StandardCharsets.UTF_8));
    }

    static StoredResponse variant(Variant variant, int status, String body, String... headers) {
        return new StoredResponse(
                new CacheKey("menu", "/a"),
                variant,
                status,
                HeaderFields.of(headers),
                body.getBytes(StandardCharsets.UTF_8),
                RECEIVED,
                RECEIVED);
    }

    static RequestHead get(String... headers) {
        return new RequestHead("GET", "/a", HeaderFields.of(headers));
    }
}
