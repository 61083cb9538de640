package io.fairlead.telemetry.store;

import io.fairlead.telemetry.block.Points;

/** Some readings of one series. */
record SeriesPoints(Series series, Points points) {}
