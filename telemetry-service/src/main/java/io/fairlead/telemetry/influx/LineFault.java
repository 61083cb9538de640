package io.fairlead.telemetry.influx;

/** What is wrong with one line, counted from 1. */
record LineFault(int line, String detail) {}
