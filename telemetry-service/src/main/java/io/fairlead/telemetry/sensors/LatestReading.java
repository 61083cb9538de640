package io.fairlead.telemetry.sensors;

import io.fairlead.telemetry.reading.ReadingView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The newest reading of a channel. */
@Schema(description = "A channel and its newest reading.")
public record LatestReading(ChannelView channel, ReadingView reading) {}
