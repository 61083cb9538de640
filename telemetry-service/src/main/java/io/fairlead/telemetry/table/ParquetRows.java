package io.fairlead.telemetry.table;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;

import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** The rows of a piece as Parquet's records, each named by its number; every column may be without a value. */
final class ParquetRows extends WriteSupport<Integer> {

    private final List<Column> columns;
    private Rows rows;
    private RecordConsumer consumer;

    ParquetRows(List<Column> columns) {
        this.columns = columns;
    }

    /** The rows that are written next. */
    void of(Rows piece) {
        rows = piece;
    }

    @Override
    @SuppressWarnings("deprecation") // it has to be there
    public WriteContext init(Configuration hadoop) {
        throw new UnsupportedOperationException("there is no Hadoop here");
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        MessageType schema =
                new MessageType("table", columns.stream().map(ParquetRows::type).toList());
        return new WriteContext(schema, Map.of());
    }

    private static Type type(Column column) {
        return switch (column.kind()) {
            case TEXT, LABEL -> Types.optional(PrimitiveTypeName.BINARY)
                    .as(stringType())
                    .named(column.title());
            case TIME -> Types.optional(PrimitiveTypeName.INT64)
                    .as(timestampType(true, TimeUnit.NANOS))
                    .named(column.title());
            case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.title());
            case COUNT -> Types.optional(PrimitiveTypeName.INT64).named(column.title());
        };
    }

    @Override
    public void prepareForWrite(RecordConsumer own) {
        consumer = own;
    }

    @Override
    public void write(Integer row) {
        consumer.startMessage();
        for (int column = 0; column < columns.size(); column++) {
            Cells cells = rows.cells().get(column);
            if (!cells.isEmpty(row)) {
                String title = columns.get(column).title();
                consumer.startField(title, column);
                add(cells, row);
                consumer.endField(title, column);
            }
        }
        consumer.endMessage();
    }

    private void add(Cells cells, int row) {
        if (cells instanceof Cells.Texts texts) {
            consumer.addBinary(Binary.fromString(texts.texts()[row]));
        } else if (cells instanceof Cells.Times times) {
            consumer.addLong(times.times()[row]);
        } else if (cells instanceof Cells.Numbers numbers) {
            consumer.addDouble(numbers.numbers()[row]);
        } else {
            consumer.addLong(((Cells.Counts) cells).counts()[row]);
        }
    }
}
