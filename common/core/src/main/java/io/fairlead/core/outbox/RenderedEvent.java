package io.fairlead.core.outbox;

/**
 * An event whose data is written out by a {@link Rendering} when it is published.
 *
 * @param topic where it goes
 * @param key what it is about
 * @param type its CloudEvents type
 * @param rendering the name of the rendering
 * @param compact what the rendering takes
 */
public record RenderedEvent(String topic, String key, String type, String rendering, byte[] compact) {}
