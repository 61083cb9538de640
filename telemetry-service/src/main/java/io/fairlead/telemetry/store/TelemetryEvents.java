package io.fairlead.telemetry.store;

import static io.fairlead.core.event.Topics.TELEMETRY_READINGS;
import static io.fairlead.core.event.Topics.TELEMETRY_REJECTED;
import static io.fairlead.core.event.Topics.TELEMETRY_WINDOWS;

import io.fairlead.core.event.Event;
import io.fairlead.core.outbox.RenderedEvent;
import io.fairlead.telemetry.reading.Batch;
import io.fairlead.telemetry.reading.Quantity;
import io.fairlead.telemetry.reading.RejectedReading;
import io.fairlead.telemetry.store.Heads.Head;
import io.fairlead.telemetry.window.QuarterHours;
import io.fairlead.telemetry.window.WindowFlag;
import io.fairlead.telemetry.window.WindowMethod;
import io.fairlead.telemetry.window.WindowState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the rest of the suite is told of an accepted batch. */
final class TelemetryEvents {

    /** A window that is new, changed or final. */
    record WindowChanged(
            long series,
            String vessel,
            String channel,
            Map<String, String> labels,
            Quantity quantity,
            Instant start,
            Instant end,
            BigDecimal kWh,
            BigDecimal meanKW,
            BigDecimal minKW,
            BigDecimal maxKW,
            int count,
            int coverageSeconds,
            WindowMethod method,
            List<WindowFlag> flags,
            WindowState state,
            int revision) {}

    /** The readings of a batch that could not be kept. */
    record ReadingsRejected(String vessel, long batch, String door, List<RejectedReading> readings) {}

    /** Kafka takes records of 1 MiB; one of these is about a kilobyte at most. */
    private static final int MOST_REJECTED = 500;

    private TelemetryEvents() {}

    /** The readings of a request that are accepted, written out when they are published. */
    static List<RenderedEvent> accepted(long batch, String door, List<Head> heads) {
        return heads.stream()
                .map(head -> new RenderedEvent(
                        TELEMETRY_READINGS,
                        head.vessel(),
                        "telemetry.readings.accepted",
                        ReadingsRendering.NAME,
                        new HeadEvent(head.vessel(), batch, door, head.body()).encode()))
                .toList();
    }

    /** The readings of a batch that could not be kept, in events of bearable size; nothing when all could. */
    static List<Event> rejected(long id, Batch batch) {
        List<RejectedReading> all = batch.rejected();
        return IntStream.iterate(0, from -> from < all.size(), from -> from + MOST_REJECTED)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + MOST_REJECTED)))
                .map(some -> Event.of(
                        TELEMETRY_REJECTED,
                        batch.vessel(),
                        "telemetry.readings.rejected",
                        new ReadingsRejected(batch.vessel(), id, batch.door(), some)))
                .toList();
    }

    /** A window that is new, changed or final. */
    static Event window(WindowChange change) {
        Series series = change.series();
        Instant end = QuarterHours.instant(change.window().end());
        WindowChanged data = new WindowChanged(
                series.id(),
                series.vessel(),
                series.channel().name(),
                series.channel().labels(),
                series.channel().quantity(),
                QuarterHours.instant(change.window().end() - QuarterHours.LENGTH),
                end,
                change.window().kWh(),
                change.window().meanKW(),
                change.window().minKW(),
                change.window().maxKW(),
                change.window().count(),
                change.window().coverageSeconds(),
                change.window().method(),
                change.window().flags().stream().sorted().toList(),
                change.state(),
                change.revision());
        return Event.of(TELEMETRY_WINDOWS, series.id() + "|" + end, "telemetry.window.changed", data);
    }
}
