package io.fairlead.telemetry.export;

import io.fairlead.telemetry.table.Column;
import io.fairlead.telemetry.table.Rows;
import io.smallrye.mutiny.Multi;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a part holds.
 *
 * @param columns the same in all parts of an export
 * @param rows read anew each time; cut into the same pieces wherever the data lies by then
 */
record PartTable(List<Column> columns, Supplier<Multi<Rows>> rows) {}
