package io.fairlead.telemetry.export;

import static java.util.stream.Collectors.toMap;

import io.fairlead.telemetry.store.Series;
import io.fairlead.telemetry.table.Cells;
import io.fairlead.telemetry.table.Column;
import io.fairlead.telemetry.table.Column.Kind;
import io.fairlead.telemetry.table.Rows;
import io.fairlead.telemetry.window.QuarterHours;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Power windows of channels as a table. */
final class PowerTable {

    private final List<String> labels;
    private final Map<Long, Series> series;

    PowerTable(List<String> labels, List<Series> series) {
        this.labels = labels;
        this.series = series.stream().collect(toMap(Series::id, Function.identity()));
    }

    static List<Column> columns(List<String> labels) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("vessel"), Column.text("channel")));
        labels.forEach(label -> columns.add(new Column(label, Kind.LABEL)));
        columns.add(Column.text("quantity"));
        columns.add(new Column("start", Kind.TIME));
        columns.add(new Column("end", Kind.TIME));
        for (String number : List.of("kWh", "meanKW", "minKW", "maxKW")) {
            columns.add(new Column(number, Kind.NUMBER));
        }
        columns.add(new Column("count", Kind.COUNT));
        columns.add(new Column("coverageSeconds", Kind.COUNT));
        columns.add(Column.text("method"));
        columns.add(Column.text("flags"));
        columns.add(Column.text("state"));
        columns.add(new Column("revision", Kind.COUNT));
        return columns;
    }

    Rows rows(List<Row> windows) {
        List<Cells> cells = new ArrayList<>();
        cells.add(texts(windows, row -> of(row).vessel()));
        cells.add(texts(windows, row -> of(row).channel().name()));
        labels.forEach(label ->
                cells.add(texts(windows, row -> of(row).channel().labels().get(label))));
        cells.add(texts(windows, row -> of(row).channel().quantity().text()));
        cells.add(new Cells.Times(longs(windows, row -> end(row) - QuarterHours.LENGTH)));
        cells.add(new Cells.Times(longs(windows, PowerTable::end)));
        for (String number : List.of("kwh", "mean_kw", "min_kw", "max_kw")) {
            cells.add(numbers(windows, number));
        }
        cells.add(new Cells.Counts(longs(windows, row -> row.getInteger("readings"))));
        cells.add(new Cells.Counts(longs(windows, row -> row.getInteger("coverage_seconds"))));
        for (String text : List.of("method", "flags", "state")) {
            cells.add(texts(windows, row -> row.getString(text)));
        }
        cells.add(new Cells.Counts(longs(windows, row -> row.getInteger("revision"))));
        return new Rows(windows.size(), cells);
    }

    private Series of(Row row) {
        return series.get(row.getLong("series_id"));
    }

    private static long end(Row row) {
        return QuarterHours.nanos(row.getOffsetDateTime("window_end").toInstant());
    }

    private static Cells numbers(List<Row> windows, String column) {
        return new Cells.Numbers(windows.stream()
                .map(row -> row.getBigDecimal(column))
                .mapToDouble(number -> number == null ? Double.NaN : number.doubleValue())
                .toArray());
    }

    private static long[] longs(List<Row> windows, ToLongFunction<Row> part) {
        return windows.stream().mapToLong(part).toArray();
    }

    private static Cells texts(List<Row> windows, Function<Row, String> text) {
        return new Cells.Texts(windows.stream().map(text).toArray(String[]::new));
    }
}
