package io.fairlead.fleet.exchange;

import io.fairlead.core.Computation;
import java.util.Map;

/** A row of a file: where it begins and its cells by column, without the empty ones. */
@Computation
record CsvLine(long number, Map<String, String> cells) {}
