package io.fairlead.telemetry.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.util.AutoCloseables;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TimeStampNanoTZVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryProvider.MapDictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * An Arrow IPC stream. Texts are dictionary-encoded; a piece whose texts differ from those of the one before replaces the
 * dictionary, so that no more than a piece is ever held.
 */
final class ArrowTable implements TableWriter {

    private final BufferAllocator memory;
    private final List<ArrowTexts> texts = new ArrayList<>();
    private final VectorSchemaRoot root;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ArrowStreamWriter writer;
    private boolean begun;
    private boolean closed;

    /** A stream whose vectors live in memory of its own, a part of some memory. */
    ArrowTable(List<Column> columns, BufferAllocator parent) {
        memory = parent.newChildAllocator("table", 0, parent.getLimit());
        MapDictionaryProvider dictionaries = new MapDictionaryProvider();
        List<Field> fields = new ArrayList<>();
        for (Column column : columns) {
            if (column.kind() == Column.Kind.TEXT || column.kind() == Column.Kind.LABEL) {
                ArrowTexts own = new ArrowTexts(column.title(), texts.size(), memory);
                texts.add(own);
                dictionaries.put(own.dictionary());
                fields.add(own.field());
            } else {
                fields.add(Field.nullable(column.title(), ArrowTypes.of(column.kind())));
            }
        }
        root = VectorSchemaRoot.create(new Schema(fields), memory);
        writer = new ArrowStreamWriter(root, dictionaries, Channels.newChannel(out));
    }

    @Override
    public synchronized byte[] rows(Rows rows) {
        if (closed) {
            throw new IllegalStateException("nobody reads this table any more");
        }
        begun = true;
        int text = 0;
        for (int i = 0; i < rows.cells().size(); i++) {
            FieldVector vector = root.getVector(i);
            vector.setInitialCapacity(rows.size());
            vector.allocateNew();
            if (rows.cells().get(i) instanceof Cells.Texts cells) {
                texts.get(text++).fill((IntVector) vector, cells, rows.size());
            } else {
                fill(vector, rows.cells().get(i), rows.size());
            }
        }
        root.setRowCount(rows.size());
        return written(writer::writeBatch);
    }

    private static void fill(FieldVector vector, Cells cells, int size) {
        for (int row = 0; row < size; row++) {
            if (cells.isEmpty(row)) {
                vector.setNull(row);
            } else if (cells instanceof Cells.Times times) {
                ((TimeStampNanoTZVector) vector).setSafe(row, times.times()[row]);
            } else if (cells instanceof Cells.Numbers numbers) {
                ((Float8Vector) vector).setSafe(row, numbers.numbers()[row]);
            } else if (cells instanceof Cells.Counts counts) {
                ((BigIntVector) vector).setSafe(row, counts.counts()[row]);
            }
        }
    }

    /** A stream without rows has a batch without rows: readers want to see the dictionaries of its schema. */
    @Override
    public synchronized byte[] end() {
        return written(() -> {
            if (!begun) {
                root.setRowCount(0);
                writer.writeBatch();
            }
            writer.end();
        });
    }

    private interface Writing {
        void run() throws IOException;
    }

    private byte[] written(Writing writing) {
        try {
            writing.run();
            byte[] bytes = out.toByteArray();
            out.reset();
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            List<AutoCloseable> all = new ArrayList<>(List.of(writer, root));
            all.addAll(texts);
            all.add(memory);
            AutoCloseables.closeNoChecked(AutoCloseables.all(all));
        }
    }
}
