package io.fairlead.relay.cache;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A kept response as those see it who watch the cache. */
public record CachedResponse(
        @Schema(examples = "menu") String upstream,
        @Schema(examples = "/api/restaurant/quayside") String path,
        @Schema(
                        description = "Which requests it answers, where its Vary tells them apart; else empty.",
                        examples = "accept-language:en;q=1000")
                String variant,
        @Schema(examples = "200") int status,
        @Schema(description = "The size of the body.", examples = "214") int bytes,
        Instant receivedAt,
        @Schema(description = "Seconds since it was received.", examples = "17") long ageSeconds,
        Instant freshUntil,
        boolean fresh,
        @Schema(description = "How many times it has been fetched.", examples = "3") long version) {}
