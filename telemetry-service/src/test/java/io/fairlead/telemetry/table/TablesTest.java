package io.fairlead.telemetry.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.telemetry.table.Column.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryEncoder;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.junit.jupiter.api.Test;

class TablesTest {

    private static final long TIME = 1_769_832_000_000_000_001L;
    private static final List<Column> COLUMNS = List.of(
            Column.text("channel"),
            new Column("consumer", Kind.LABEL),
            new Column("time", Kind.TIME),
            new Column("value", Kind.NUMBER),
            Column.text("text"),
            new Column("count", Kind.COUNT));
    private static final Rows FIRST = rows("a", "hotel", new double[] {0.1, Double.NaN}, null, "say \"on\",\r\nthen");
    private static final Rows SECOND = rows("b", null, new double[] {-0.0, 1e300}, "", null);

    private static Rows rows(String channel, String label, double[] values, String text, String otherText) {
        return new Rows(
                2,
                List.of(
                        new Cells.Texts(new String[] {channel, channel}),
                        new Cells.Texts(new String[] {label, label}),
                        new Cells.Times(new long[] {TIME, Cells.Times.NONE}),
                        new Cells.Numbers(values),
                        new Cells.Texts(new String[] {text, otherText}),
                        new Cells.Counts(new long[] {1, Long.MAX_VALUE})));
    }

    @Test
    void shouldWriteTheSameParquetInGroupsWhateverThePieces() {
        ByteArrayOutputStream large = new ByteArrayOutputStream();
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (ParquetTable one = new ParquetTable(COLUMNS);
                ParquetTable other = new ParquetTable(COLUMNS)) {
            for (int piece = 0; piece < 40; piece++) {
                large.writeBytes(one.rows(numbers(piece * 30_000, 30_000)));
                small.writeBytes(other.rows(numbers(piece * 30_000, 10_000)));
                small.writeBytes(other.rows(numbers(piece * 30_000 + 10_000, 20_000)));
            }
            int before = large.size();
            large.writeBytes(one.end());
            assertThat(before).as("what is not held any more").isGreaterThan(large.size() / 2);
            small.writeBytes(other.end());
        }

        assertThat(small.toByteArray()).isEqualTo(large.toByteArray());
    }

    private static Rows numbers(int from, int size) {
        String[] none = new String[size];
        return new Rows(
                size,
                List.of(
                        new Cells.Texts(none),
                        new Cells.Texts(none),
                        new Cells.Times(LongStream.range(from, from + size).toArray()),
                        new Cells.Numbers(IntStream.range(from, from + size)
                                .mapToDouble(Math::sqrt)
                                .toArray()),
                        new Cells.Texts(none),
                        new Cells.Counts(LongStream.range(from, from + size).toArray())));
    }

    @Test
    void shouldWriteCsvByRfc4180() {
        assertThat(text(new CsvTable(COLUMNS), FIRST, SECOND))
                .isEqualTo(
                        """
                        channel,label.consumer,time,value,text,count
                        a,hotel,2026-01-31T04:00:00.000000001Z,0.1,,1
                        a,hotel,,,"say ""on"",
                        then",9223372036854775807
                        b,,2026-01-31T04:00:00.000000001Z,-0.0,"",1
                        b,,,1.0E300,,9223372036854775807
                        """
                                .replace("\n", "\r\n"));
        assertThat(text(new CsvTable(COLUMNS))).isEqualTo("channel,label.consumer,time,value,text,count\r\n");
    }

    @Test
    void shouldWriteAnObjectPerLine() {
        assertThat(text(new LinesTable(COLUMNS), FIRST, SECOND))
                .isEqualTo(
                        """
                        {"channel":"a","labels":{"consumer":"hotel"},"time":"2026-01-31T04:00:00.000000001Z","value":0.1,"count":1}
                        {"channel":"a","labels":{"consumer":"hotel"},"text":"say \\"on\\",\\r\\nthen","count":9223372036854775807}
                        {"channel":"b","time":"2026-01-31T04:00:00.000000001Z","value":-0.0,"text":"","count":1}
                        {"channel":"b","value":1.0E300,"count":9223372036854775807}
                        """);
        assertThat(text(new LinesTable(COLUMNS))).isEmpty();
    }

    @Test
    void shouldWriteArrowThatReadsBackTheSame() throws IOException {
        try (RootAllocator memory = new RootAllocator()) {
            byte[] stream = bytes(new ArrowTable(COLUMNS, memory), FIRST, SECOND, FIRST);

            assertThat(read(stream, memory))
                    .containsExactly(
                            "a,hotel," + TIME + ",0.1,null,1",
                            "a,hotel,null,null,say \"on\",\r\nthen," + Long.MAX_VALUE,
                            "b,null," + TIME + ",-0.0,,1",
                            "b,null,null,1.0E300,null," + Long.MAX_VALUE,
                            "a,hotel," + TIME + ",0.1,null,1",
                            "a,hotel,null,null,say \"on\",\r\nthen," + Long.MAX_VALUE);
            assertThat(read(bytes(new ArrowTable(COLUMNS, memory)), memory)).isEmpty();
            assertThat(memory.getAllocatedMemory()).isZero();
        }
    }

    @Test
    void shouldGiveItsMemoryBackWhenItIsLeftOff() {
        try (RootAllocator memory = new RootAllocator()) {
            ArrowTable table = new ArrowTable(COLUMNS, memory);
            table.rows(FIRST);
            table.close();

            assertThat(memory.getAllocatedMemory()).isZero();
        }
    }

    private static List<String> read(byte[] stream, RootAllocator memory) throws IOException {
        List<String> rows = new ArrayList<>();
        try (ArrowStreamReader reader = new ArrowStreamReader(new ByteArrayInputStream(stream), memory)) {
            VectorSchemaRoot root = reader.getVectorSchemaRoot();
            assertThat(root.getSchema().findField("time").getType()).hasToString("Timestamp(NANOSECOND, UTC)");
            while (reader.loadNextBatch()) {
                List<List<String>> columns = new ArrayList<>();
                for (FieldVector vector : root.getFieldVectors()) {
                    columns.add(column(vector, reader));
                }
                for (int row = 0; row < root.getRowCount(); row++) {
                    int at = row;
                    rows.add(String.join(
                            ",", columns.stream().map(own -> own.get(at)).toList()));
                }
            }
        }
        return rows;
    }

    private static List<String> column(FieldVector vector, ArrowStreamReader reader) throws IOException {
        List<String> cells = new ArrayList<>();
        if (vector.getField().getDictionary() == null) {
            for (int row = 0; row < vector.getValueCount(); row++) {
                cells.add(String.valueOf(vector.getObject(row)));
            }
            return cells;
        }
        var dictionary = reader.getDictionaryVectors()
                .get(vector.getField().getDictionary().getId());
        try (var decoded = DictionaryEncoder.decode(vector, dictionary)) {
            for (int row = 0; row < decoded.getValueCount(); row++) {
                cells.add(String.valueOf(decoded.getObject(row)));
            }
        }
        return cells;
    }

    private static String text(TableWriter writer, Rows... pieces) {
        return new String(bytes(writer, pieces), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(TableWriter writer, Rows... pieces) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Rows rows : pieces) {
            bytes.writeBytes(writer.rows(rows));
        }
        bytes.writeBytes(writer.end());
        writer.close();
        return bytes.toByteArray();
    }
}
