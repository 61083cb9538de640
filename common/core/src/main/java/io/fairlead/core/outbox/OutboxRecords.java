package io.fairlead.core.outbox;

import io.fairlead.core.event.CloudEvents;
import io.fairlead.core.outbox.Rendering.Rendered;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Makes Kafka's records of what waits in the outbox. Events of one topic and key keep their order; those with a rendering
 * that follow each other may be joined by it.
 */
final class OutboxRecords {

    private final String source;
    private final Map<String, Rendering> renderings;

    OutboxRecords(String source, Map<String, Rendering> renderings) {
        this.source = source;
        this.renderings = renderings;
    }

    /** What events must share to be joined. */
    private record Kind(String topic, String key, String type, String rendering) {

        static Kind of(PendingEvent event) {
            return new Kind(event.topic(), event.key(), event.type(), event.rendering());
        }
    }

    private record Place(String topic, String key) {}

    List<ProducerRecord<String, byte[]>> of(List<PendingEvent> events) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(events.size());
        Map<Place, List<PendingEvent>> open = new LinkedHashMap<>();
        for (PendingEvent event : events) {
            Place place = new Place(event.topic(), event.key());
            List<PendingEvent> before = open.get(place);
            if (before != null && !Kind.of(before.get(0)).equals(Kind.of(event))) {
                render(open.remove(place), records);
                before = null;
            }
            if (event.rendering() == null) {
                records.add(record(List.of(event), event.data()));
            } else if (before == null) {
                open.put(place, new ArrayList<>(List.of(event)));
            } else {
                before.add(event);
            }
        }
        open.values().forEach(rest -> render(rest, records));
        return records;
    }

    private void render(List<PendingEvent> events, List<ProducerRecord<String, byte[]>> records) {
        Rendering rendering = renderings.get(events.get(0).rendering());
        int from = 0;
        int piece = 0;
        for (Rendered rendered :
                rendering.render(events.stream().map(PendingEvent::data).toList())) {
            if (rendered.events() == 0) {
                PendingEvent event = events.get(from);
                records.add(record(event, pieceId(event, piece++), rendered.data()));
                continue;
            }
            records.add(record(events.subList(from, from + rendered.events()), rendered.data()));
            from += rendered.events();
            piece = 0;
        }
        if (from != events.size()) {
            throw new IllegalStateException("The rendering " + rendering.name() + " left events out.");
        }
    }

    private ProducerRecord<String, byte[]> record(List<PendingEvent> events, byte[] data) {
        return record(events.get(events.size() - 1), id(events), data);
    }

    private ProducerRecord<String, byte[]> record(PendingEvent event, String id, byte[] data) {
        var record = CloudEvents.record(event.topic(), event.key(), id, source, event.type(), event.time(), data);
        if (event.traceParent() != null) {
            CloudEvents.put(record.headers(), "traceparent", event.traceParent());
        }
        return record;
    }

    /** An event's own id, or one that follows from those of the joined: only the same events have the same. */
    private static String id(List<PendingEvent> events) {
        return events.size() == 1
                ? events.get(0).eventId()
                : named(events.stream().map(PendingEvent::eventId).collect(Collectors.joining(",")));
    }

    /** What is told in several pieces has an id for each; the last has the event's own. */
    private static String pieceId(PendingEvent event, int piece) {
        return named(event.eventId() + "/" + piece);
    }

    private static String named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.US_ASCII)).toString();
    }
}
