package io.fairlead.core.stream;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;

/** What a stream of server-sent events says while nothing happens. */
public final class Heartbeats {

    /** How often. */
    public static final Duration EVERY = Duration.ofSeconds(15);

    private static final long RECONNECT_MILLIS = 2000;

    private Heartbeats() {}

    /** Comments that keep proxies from closing a quiet stream, and find clients that are gone. The first comes at once. */
    public static Multi<OutboundSseEvent> of(Sse sse) {
        return Multi.createFrom().ticks().every(EVERY).onOverflow().drop().map(tick -> sse.newEventBuilder()
                .reconnectDelay(RECONNECT_MILLIS)
                .comment("alive")
                .build());
    }
}
