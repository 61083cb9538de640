package io.fairlead.telemetry.influx;

import java.util.List;
import java.util.SortedMap;

/**
 * What a body of line protocol says.
 *
 * @param vessels the series of each vessel by its code, in the order of their channels' identities; a vessel without one
 *     was named in a line whose values are wrong
 * @param faults what is wrong, in the order of the lines, at most a hundred; empty when all is good
 */
record Lines(SortedMap<String, List<Series>> vessels, List<LineFault> faults) {}
