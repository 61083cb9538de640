package io.fairlead.core.stream;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Where a stream of server-sent events begins whose ids are places in a table: behind the last event that its reader has seen,
 * or now.
 *
 * @param newest the highest place there is
 * @param now where a stream begins that begins now
 */
public record Resumption(Supplier<Uni<Long>> newest, Supplier<Uni<Long>> now) {

    /**
     * The events with heartbeats among them. An id that is not there yet, as after a restored backup, gets an event named
     * {@code reset} first, without data: what its reader knows has to be read again.
     *
     * @param lastEventId the id of the last event seen, or null
     * @param after the events behind a place
     */
    public Multi<OutboundSseEvent> from(Long lastEventId, Sse sse, LongFunction<Multi<OutboundSseEvent>> after) {
        if (lastEventId == null) {
            return now.get().onItem().transformToMulti(place -> alive(sse, after.apply(place)));
        }
        return newest.get()
                .onItem()
                .transformToMulti(
                        place -> lastEventId <= place ? alive(sse, after.apply(lastEventId)) : anew(sse, after));
    }

    private Multi<OutboundSseEvent> anew(Sse sse, LongFunction<Multi<OutboundSseEvent>> after) {
        return now.get()
                .onItem()
                .transformToMulti(place -> alive(
                        sse,
                        Multi.createBy()
                                .concatenating()
                                .streams(Multi.createFrom().item(reset(sse, place)), after.apply(place))));
    }

    private static Multi<OutboundSseEvent> alive(Sse sse, Multi<OutboundSseEvent> events) {
        return Multi.createBy().merging().streams(Heartbeats.of(sse), events);
    }

    private static OutboundSseEvent reset(Sse sse, long place) {
        return sse.newEventBuilder()
                .id(Long.toString(place))
                .name("reset")
                .data("")
                .build();
    }
}
