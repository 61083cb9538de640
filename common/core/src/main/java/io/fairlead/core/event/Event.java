package io.fairlead.core.event;

/**
 * Something that happened, to be published as a CloudEvent.
 *
 * @param topic the topic it goes to, see {@link Topics}
 * @param key the record's key; events of one key are published in the order in which they were committed
 * @param type the CloudEvent's type, such as {@code fleet.vessel.changed}
 * @param data what is written as its JSON data; null makes a tombstone, which a compacted topic forgets the key by
 */
public record Event(String topic, String key, String type, Object data) {

    public static Event of(String topic, String key, String type, Object data) {
        return new Event(topic, key, type, data);
    }

    public static Event tombstone(String topic, String key, String type) {
        return new Event(topic, key, type, null);
    }
}
