package io.fairlead.telemetry.iso19848;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.telemetry.reading.Channel;

/**
 * One channel of a data channel list.
 *
 * @param localId its id in the list
 * @param shortId what packages may call it, or null
 * @param property all that the list says of it
 * @param pointer where in the package it stands
 */
record DeclaredChannel(Channel channel, String localId, String shortId, JsonNode property, String pointer) {}
