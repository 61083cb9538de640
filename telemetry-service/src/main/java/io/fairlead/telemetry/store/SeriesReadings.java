package io.fairlead.telemetry.store;

import io.fairlead.telemetry.reading.Reading;
import java.util.List;

/** Some readings of one series. */
record SeriesReadings(Series series, List<Reading> readings) {}
