package io.fairlead.core.outbox;

/**
 * Writes events out when they are published. What is large or frequent waits in the outbox in a compact form, and the
 * request that appends it does not pay for the JSON.
 */
public interface Rendering {

    /** The name under which rows ask for it. */
    String name();

    /** The event's data as JSON; called on a thread that may block. */
    byte[] render(byte[] compact);
}
