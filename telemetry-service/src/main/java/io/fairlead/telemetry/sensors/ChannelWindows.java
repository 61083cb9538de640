package io.fairlead.telemetry.sensors;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A channel's windows. */
@Schema(description = "A channel and its windows, in order; windows without a number are left out.")
public record ChannelWindows(
        @Schema(description = "The vessel's code.", examples = "MV102") String vessel,
        ChannelView channel,
        List<SensorWindow> windows) {}
