package io.fairlead.telemetry.influx;

import io.fairlead.telemetry.block.PointsBuilder;
import io.fairlead.telemetry.reading.Channel;

/** The readings of one channel that a request brought, in the order in which they stood there. */
record Series(Channel channel, PointsBuilder points) {}
