package io.fairlead.core.outbox;

import java.util.List;

/**
 * Writes events out when they are published. What is large or frequent waits in the outbox in a compact form, and the
 * request that appends it does not pay for the JSON.
 */
public interface Rendering {

    /**
     * An event as it is published.
     *
     * @param events how many of those that waited it tells of, or tells the last of; 0 when the next one tells more of the same,
     *     because a record of Kafka takes no more than 1 MiB
     * @param data its JSON
     */
    record Rendered(int events, byte[] data) {}

    /** The name under which rows ask for it. */
    String name();

    /**
     * Events of one topic, key and type as JSON, in their order: neighbours may become one. Called on a thread that may
     * block.
     */
    List<Rendered> render(List<byte[]> compact);
}
