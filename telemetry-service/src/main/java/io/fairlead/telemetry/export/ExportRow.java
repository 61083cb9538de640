package io.fairlead.telemetry.export;

import io.fairlead.core.rows.Rows;
import io.fairlead.telemetry.aggregate.Function;
import io.fairlead.telemetry.export.Exports.Stored;
import io.fairlead.telemetry.table.Form;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads exports from their rows. */
final class ExportRow {

    /** What {@link #stored} reads of a table named {@code e}. */
    static final String COLUMNS =
            """
            e.id, e.content, e.format, e.vessels, e.channels, e.labels, e.t0, e.t1, e.interval_length, e.functions,
            cardinality(e.series) as series, e.label_names, e.parts, e.estimated_rows, e.created_at, e.expires_at""";

    private ExportRow() {}

    static Stored stored(Row row) {
        Map<String, String> labels = new TreeMap<>();
        row.getJsonObject("labels").forEach(label -> labels.put(label.getKey(), (String) label.getValue()));
        List<String> functions = list(row, "functions");
        Selection selection = new Selection(
                ExportContent.of(row.getString("content")),
                Form.valueOf(row.getString("format").toUpperCase(Locale.ROOT)),
                list(row, "vessels"),
                list(row, "channels"),
                labels,
                row.getLong("t0"),
                row.getLong("t1"),
                row.getLong("interval_length"),
                functions == null
                        ? null
                        : functions.stream()
                                .map(name -> Function.of(name).orElseThrow())
                                .toList());
        Export.Size size =
                new Export.Size(row.getInteger("series"), row.getInteger("parts"), row.getLong("estimated_rows"));
        Export export = Export.of(
                "" + row.getLong("id"),
                selection,
                size,
                Rows.instant(row, "created_at"),
                Rows.instant(row, "expires_at"));
        return new Stored(export, selection, list(row, "label_names"));
    }

    private static List<String> list(Row row, String column) {
        String[] texts = row.getArrayOfStrings(column);
        return texts == null ? null : Arrays.asList(texts);
    }
}
