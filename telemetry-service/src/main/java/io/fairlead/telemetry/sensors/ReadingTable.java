package io.fairlead.telemetry.sensors;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.block.Points;
import io.fairlead.telemetry.reading.Channel;
import io.fairlead.telemetry.reading.Reading;
import io.fairlead.telemetry.store.Series;
import io.fairlead.telemetry.table.Cells;
import io.fairlead.telemetry.table.Column;
import io.fairlead.telemetry.table.Column.Kind;
import io.fairlead.telemetry.table.Rows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Readings as a table; as CSV and NDJSON it is what {@code POST /api/v1/sensors/readings} takes in. */
@Computation
public final class ReadingTable {

    /** How many rows are written at once. */
    static final int PIECE = 8192;

    private final List<String> labels;

    /** A table with columns for labels of these names. */
    public ReadingTable(List<String> labels) {
        this.labels = labels;
    }

    /** A table of readings of some series: it has a column for each of their labels. */
    static ReadingTable of(Collection<Series> series) {
        return new ReadingTable(labels(series));
    }

    /** The names of all labels of some series, in order. */
    public static List<String> labels(Collection<Series> series) {
        return series.stream()
                .flatMap(own -> own.channel().labels().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** A reading and whose it is. */
    record Row(Series series, Reading reading) {}

    public List<Column> columns() {
        return Stream.of(
                        Stream.of(Column.text("vessel"), Column.text("channel")),
                        labels.stream().map(label -> new Column(label, Kind.LABEL)),
                        Stream.of(
                                new Column("time", Kind.TIME),
                                new Column("start", Kind.TIME),
                                new Column("value", Kind.NUMBER),
                                Column.text("text"),
                                Column.text("quality"),
                                Column.text("unit")))
                .flatMap(Function.identity())
                .toList();
    }

    /** The readings of a series in pieces. */
    public Stream<Rows> rows(Series series, Points points) {
        return IntStream.iterate(0, from -> from < points.size(), from -> from + PIECE)
                .mapToObj(from -> rows(IntStream.range(from, Math.min(points.size(), from + PIECE))
                        .mapToObj(i -> new Row(series, points.reading(i)))
                        .toList()));
    }

    Rows rows(List<Row> rows) {
        List<Cells> cells = new ArrayList<>();
        cells.add(texts(rows, row -> row.series().vessel()));
        cells.add(texts(rows, row -> channel(row).name()));
        labels.forEach(
                label -> cells.add(texts(rows, row -> channel(row).labels().get(label))));
        cells.add(times(rows, Reading::time));
        cells.add(times(rows, reading -> reading.start() < reading.time() ? reading.start() : Cells.Times.NONE));
        cells.add(new Cells.Numbers(rows.stream()
                .map(row -> row.reading().value())
                .mapToDouble(value -> value == null ? Double.NaN : value)
                .toArray()));
        cells.add(texts(rows, row -> row.reading().text()));
        cells.add(texts(rows, row -> row.reading().quality()));
        cells.add(texts(rows, row -> channel(row).unit()));
        return new Rows(rows.size(), cells);
    }

    private static Channel channel(Row row) {
        return row.series().channel();
    }

    private static Cells texts(List<Row> rows, Function<Row, String> text) {
        return new Cells.Texts(rows.stream().map(text).toArray(String[]::new));
    }

    private static Cells times(List<Row> rows, ToLongFunction<Reading> time) {
        return new Cells.Times(rows.stream().map(Row::reading).mapToLong(time).toArray());
    }
}
