package io.fairlead.telemetry.iso19848;

import io.fairlead.telemetry.reading.Channel;

/**
 * One channel of a data channel list.
 *
 * @param shortId what packages may call it, or null
 * @param pointer where in the package it stands
 */
record DeclaredChannel(Channel channel, String shortId, String pointer) {}
