package io.fairlead.telemetry.store;

import io.fairlead.telemetry.reading.Channel;

/**
 * A channel of a vessel in the store.
 *
 * @param id its number here
 * @param vessel the vessel's code
 */
public record Series(long id, String vessel, Channel channel) {}
