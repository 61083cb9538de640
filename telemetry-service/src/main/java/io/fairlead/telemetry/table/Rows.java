package io.fairlead.telemetry.table;

import io.fairlead.core.Computation;
import java.util.List;

/**
 * Some rows of a table.
 *
 * @param size how many
 * @param cells one for each of the table's columns, of its kind
 */
@Computation
public record Rows(int size, List<Cells> cells) {}
