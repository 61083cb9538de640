package io.fairlead.core.event;

/**
 * Something that happened, to be published as a CloudEvent.
 *
 * @param topic the topic it goes to, see {@link Topics}
 * @param key the record's key; events of one key are published in the order in which they were committed
 * @param type the CloudEvent's type, such as {@code fleet.vessel.changed}
 * @param data what is written as its JSON data; null makes a tombstone, which a compacted topic forgets the key by
 * @param traceParent the trace that it belongs to, null for that in which it is appended
 */
public record Event(String topic, String key, String type, Object data, String traceParent) {

    public static Event of(String topic, String key, String type, Object data) {
        return new Event(topic, key, type, data, null);
    }

    public static Event tombstone(String topic, String key, String type) {
        return new Event(topic, key, type, null, null);
    }

    /** The same event with other data. */
    public Event with(Object data) {
        return new Event(topic, key, type, data, traceParent);
    }

    /** The same event as part of a trace; null for that in which it is appended. */
    public Event within(String traceParent) {
        return new Event(topic, key, type, data, traceParent);
    }
}
