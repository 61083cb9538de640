package io.fairlead.telemetry.export;

import io.fairlead.core.Computation;

/**
 * What one part holds: the data of one vessel in a time span.
 *
 * @param from nanoseconds since 1970
 * @param to nanoseconds since 1970, exclusive
 * @param rows about how many rows that is
 */
@Computation
record Slice(String vessel, long from, long to, long rows) {}
