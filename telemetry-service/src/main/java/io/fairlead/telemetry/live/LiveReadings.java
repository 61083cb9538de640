package io.fairlead.telemetry.live;

import io.fairlead.core.stream.Heartbeats;
import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** A vessel's accepted batches as server-sent events: those missed first, then those to come. */
@ApplicationScoped
class LiveReadings {

    private final ReadingTopic topic;
    private final LiveFanOut fanOut;
    private final Vertx vertx;

    LiveReadings(ReadingTopic topic, LiveFanOut fanOut, Vertx vertx) {
        this.topic = topic;
        this.fanOut = fanOut;
        this.vertx = vertx;
    }

    /**
     * The events.
     *
     * @param channels only channels of these names; empty for all
     * @param last the offset of the last event that was seen; null to begin now
     */
    Multi<byte[]> events(String vessel, Set<String> channels, Long last) {
        return last == null ? fromNow(vessel, channels) : after(vessel, channels, last);
    }

    private Multi<byte[]> fromNow(String vessel, Set<String> channels) {
        return listening(vessel, (listener, begin) -> alive(written(listener.batches(), channels)));
    }

    private Multi<byte[]> after(String vessel, Set<String> channels, long last) {
        return Multi.createFrom()
                .resource(
                        () -> new Backlog(topic.open(), vessel, vertx),
                        backlog -> alive(backlog.begin(last + 1)
                                .onItem()
                                .transformToMulti(end -> end < 0
                                        ? lost(vessel, channels)
                                        : Multi.createBy()
                                                .concatenating()
                                                .streams(
                                                        written(backlog.upTo(end), channels),
                                                        caughtUp(vessel, channels, backlog)))))
                .withFinalizer(Backlog::close);
    }

    /** The last stretch is read when the listener is there, so that nothing is missed or doubled between the two. */
    private Multi<byte[]> caughtUp(String vessel, Set<String> channels, Backlog backlog) {
        return listening(vessel, (listener, begin) -> Multi.createBy()
                .concatenating()
                .streams(
                        written(backlog.upTo(begin), channels),
                        Multi.createFrom().<byte[]>empty().onCompletion().invoke(backlog::close),
                        written(listener.batches(), channels)));
    }

    private Multi<byte[]> lost(String vessel, Set<String> channels) {
        return listening(vessel, (listener, begin) -> Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(LiveEvent.reset(begin - 1)), written(listener.batches(), channels)));
    }

    private interface Telling {
        Multi<byte[]> from(LiveListener listener, long begin);
    }

    private Multi<byte[]> listening(String vessel, Telling telling) {
        return Multi.createFrom()
                .resource(() -> new LiveListener(vessel), listener -> fanOut.listen(listener)
                        .onItem()
                        .transformToMulti(begin -> telling.from(listener, begin)))
                .withFinalizer(fanOut::leave);
    }

    private Multi<byte[]> written(Multi<LiveBatch> batches, Set<String> channels) {
        return batches.onItem()
                .transformToUniAndConcatenate(
                        batch -> vertx.executeBlocking(() -> LiveEvent.readings(batch, channels), false))
                .filter(event -> event.length > 0);
    }

    /** Asks for one event at a time: what waits, waits with the listener, which has a limit. */
    private static Multi<byte[]> alive(Multi<byte[]> events) {
        Multi<byte[]> heartbeat = Multi.createFrom()
                .ticks()
                .every(Heartbeats.EVERY)
                .onOverflow()
                .drop()
                .map(tick -> LiveEvent.alive());
        return Multi.createBy().merging().withRequests(1).streams(heartbeat, events);
    }
}
