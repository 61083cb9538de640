package io.fairlead.telemetry.store;

import static io.fairlead.core.event.Topics.TELEMETRY_READINGS;
import static io.fairlead.core.event.Topics.TELEMETRY_REJECTED;
import static io.fairlead.core.event.Topics.TELEMETRY_WINDOWS;

import io.fairlead.core.event.Event;
import io.fairlead.telemetry.reading.Batch;
import io.fairlead.telemetry.reading.Quantity;
import io.fairlead.telemetry.reading.ReadingView;
import io.fairlead.telemetry.reading.RejectedReading;
import io.fairlead.telemetry.window.QuarterHours;
import io.fairlead.telemetry.window.WindowFlag;
import io.fairlead.telemetry.window.WindowMethod;
import io.fairlead.telemetry.window.WindowState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the rest of the suite is told of an accepted batch. */
final class TelemetryEvents {

    /** The readings of a batch that are new or corrected. */
    record ReadingsAccepted(String vessel, long batch, String door, List<SeriesAccepted> series) {}

    /** Those of one series. */
    record SeriesAccepted(
            long id,
            String channel,
            Map<String, String> labels,
            Quantity quantity,
            String unit,
            List<ReadingView> readings) {}

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

    private TelemetryEvents() {}

    /** All events of a batch; none when it changed nothing. */
    static List<Event> of(long id, Batch batch, List<SeriesReadings> changed, List<WindowChange> windows) {
        List<Event> events = new ArrayList<>();
        if (!changed.isEmpty()) {
            List<SeriesAccepted> series =
                    changed.stream().map(TelemetryEvents::accepted).toList();
            events.add(Event.of(
                    TELEMETRY_READINGS,
                    batch.vessel(),
                    "telemetry.readings.accepted",
                    new ReadingsAccepted(batch.vessel(), id, batch.door(), series)));
        }
        windows.forEach(window -> events.add(window(window)));
        if (!batch.rejected().isEmpty()) {
            events.add(Event.of(
                    TELEMETRY_REJECTED,
                    batch.vessel(),
                    "telemetry.readings.rejected",
                    new ReadingsRejected(batch.vessel(), id, batch.door(), batch.rejected())));
        }
        return events;
    }

    private static SeriesAccepted accepted(SeriesReadings part) {
        Series series = part.series();
        return new SeriesAccepted(
                series.id(),
                series.channel().name(),
                series.channel().labels(),
                series.channel().quantity(),
                series.channel().unit(),
                part.readings().stream().map(ReadingView::of).toList());
    }

    /** That a window is new, changed or final. */
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
