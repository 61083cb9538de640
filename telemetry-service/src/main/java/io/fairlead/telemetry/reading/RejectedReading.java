package io.fairlead.telemetry.reading;

/**
 * A reading that could not be kept although its batch was accepted. It goes to {@code telemetry.rejected}.
 *
 * @param pointer where in the batch it stood
 * @param channel its channel
 * @param time its time as it was sent
 * @param value its value as it was sent
 * @param reason what is wrong with it
 */
public record RejectedReading(String pointer, String channel, String time, String value, String reason) {}
