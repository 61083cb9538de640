package io.fairlead.core.record;

import io.fairlead.core.event.CloudEvents;
import io.fairlead.core.inbox.BadEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Under which name the inbox knows a record. */
public final class RecordName {

    private static final int LONGEST = 255;

    private RecordName() {}

    /**
     * Under the names that it gives itself, within those of its verified sender.
     *
     * @param type the only type that is taken
     */
    public static ConsumerRecord<String, byte[]> given(
            ConsumerRecord<String, byte[]> record, String subject, String type) {
        if (!type.equals(CloudEvents.get(record.headers(), "ce_type"))) {
            throw new BadEvent("The record's ce_type is not " + type + ".");
        }
        String id = required(record, "ce_id");
        String source = required(record, "ce_source");
        return named(record, subject + " " + source, id, type);
    }

    /** Under its place in its topic, for a record whose names cannot be believed. */
    public static ConsumerRecord<String, byte[]> byPlace(ConsumerRecord<String, byte[]> record) {
        String place = record.partition() + "/" + record.offset();
        return named(record, "kafka:" + record.topic(), place, "place");
    }

    /** A text that PostgreSQL and an event can hold: without control characters, and not endless. */
    public static String printable(String text) {
        return text == null
                ? null
                : text.substring(0, Math.min(LONGEST, text.length())).replaceAll("\\p{Cntrl}", "?");
    }

    private static String required(ConsumerRecord<String, byte[]> record, String header) {
        String text = CloudEvents.get(record.headers(), header);
        if (text == null || text.isBlank() || !text.equals(printable(text))) {
            throw new BadEvent("The record's " + header + " must be 1 to " + LONGEST + " printable characters.");
        }
        return text;
    }

    /** The same place and no data: the inbox looks at names only. */
    private static ConsumerRecord<String, byte[]> named(
            ConsumerRecord<String, byte[]> record, String source, String id, String type) {
        ConsumerRecord<String, byte[]> named =
                new ConsumerRecord<>(record.topic(), record.partition(), record.offset(), record.key(), null);
        CloudEvents.put(named.headers(), "ce_source", source);
        CloudEvents.put(named.headers(), "ce_id", id);
        CloudEvents.put(named.headers(), "ce_type", type);
        return named;
    }
}
