package io.fairlead.telemetry.store;

import io.fairlead.telemetry.window.Span;

/** A run of windows of one series that has to be computed anew. */
record TouchedSpan(Series series, Span span) {}
