package io.fairlead.telemetry.sensors;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.aggregate.Function;
import io.fairlead.telemetry.table.Cells;
import io.fairlead.telemetry.table.Column;
import io.fairlead.telemetry.table.Column.Kind;
import io.fairlead.telemetry.table.Rows;
import io.fairlead.telemetry.window.QuarterHours;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Windows as a table, with a column for each function. */
@Computation
public final class WindowTable {

    private final List<String> labels;
    private final List<Function> functions;

    /** A table with columns for labels of these names, and for these functions. */
    public WindowTable(List<String> labels, List<Function> functions) {
        this.labels = labels;
        this.functions = functions;
    }

    /** A table with a column for each label of some channels. */
    static WindowTable of(Stream<ChannelView> channels, List<Function> functions) {
        return new WindowTable(
                channels.flatMap(channel -> channel.labels().keySet().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                functions);
    }

    private record Row(ChannelWindows of, SensorWindow window) {}

    public List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(Column.text("vessel"), Column.text("channel")));
        labels.forEach(label -> columns.add(new Column(label, Kind.LABEL)));
        columns.add(Column.text("unit"));
        columns.add(new Column("start", Kind.TIME));
        columns.add(new Column("end", Kind.TIME));
        functions.forEach(function ->
                columns.add(new Column(function.text(), function == Function.COUNT ? Kind.COUNT : Kind.NUMBER)));
        return columns;
    }

    public Rows rows(List<ChannelWindows> channels) {
        List<Row> rows = channels.stream()
                .flatMap(own -> own.windows().stream().map(window -> new Row(own, window)))
                .toList();
        List<Cells> cells = new ArrayList<>();
        cells.add(texts(rows, row -> row.of().vessel()));
        cells.add(texts(rows, row -> row.of().channel().name()));
        labels.forEach(label ->
                cells.add(texts(rows, row -> row.of().channel().labels().get(label))));
        cells.add(texts(rows, row -> row.of().channel().unit()));
        cells.add(times(rows.stream().map(row -> row.window().start())));
        cells.add(times(rows.stream().map(row -> row.window().end())));
        functions.forEach(function -> cells.add(cells(rows, function)));
        return new Rows(rows.size(), cells);
    }

    private static Cells cells(List<Row> rows, Function function) {
        Stream<SensorWindow> windows = rows.stream().map(Row::window);
        return switch (function) {
            case COUNT -> new Cells.Counts(
                    windows.mapToLong(SensorWindow::count).toArray());
            case MEAN -> numbers(windows.map(SensorWindow::mean));
            case MIN -> numbers(windows.map(SensorWindow::min));
            case MAX -> numbers(windows.map(SensorWindow::max));
            case SUM -> numbers(windows.map(SensorWindow::sum));
            case FIRST -> numbers(windows.map(SensorWindow::first));
            case LAST -> numbers(windows.map(SensorWindow::last));
        };
    }

    private static Cells numbers(Stream<Double> numbers) {
        return new Cells.Numbers(numbers.mapToDouble(Double::doubleValue).toArray());
    }

    private static Cells times(Stream<Instant> times) {
        return new Cells.Times(times.mapToLong(QuarterHours::nanos).toArray());
    }

    private static Cells texts(List<Row> rows, java.util.function.Function<Row, String> text) {
        return new Cells.Texts(rows.stream().map(text).toArray(String[]::new));
    }
}
