package io.fairlead.telemetry.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.fairlead.core.Computation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** NDJSON: a row is an object in a line of its own; what a row has not is left out. Labels are one object. */
@Computation
final class LinesTable implements TableWriter {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private final List<Column> columns;
    private final TimeText times = new TimeText();

    LinesTable(List<Column> columns) {
        this.columns = columns;
    }

    @Override
    public byte[] rows(Rows rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes).setRootValueSeparator(null)) {
            for (int row = 0; row < rows.size(); row++) {
                row(json, rows, row);
                json.writeRaw('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public byte[] end() {
        return new byte[0];
    }

    @Override
    public void close() {
        // holds nothing
    }

    private void row(JsonGenerator json, Rows rows, int row) throws IOException {
        json.writeStartObject();
        boolean labels = false;
        for (int i = 0; i < columns.size(); i++) {
            Cells cells = rows.cells().get(i);
            boolean label = columns.get(i).kind() == Column.Kind.LABEL;
            if (cells.isEmpty(row)) {
                continue;
            }
            if (label && !labels) {
                json.writeObjectFieldStart("labels");
            } else if (!label && labels) {
                json.writeEndObject();
            }
            labels = label;
            json.writeFieldName(columns.get(i).name());
            value(json, cells, row);
        }
        if (labels) {
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void value(JsonGenerator json, Cells cells, int row) throws IOException {
        if (cells instanceof Cells.Texts texts) {
            json.writeString(texts.texts()[row]);
        } else if (cells instanceof Cells.Times own) {
            json.writeString(times.of(own.times()[row]));
        } else if (cells instanceof Cells.Numbers numbers) {
            json.writeNumber(numbers.numbers()[row]);
        } else {
            json.writeNumber(((Cells.Counts) cells).counts()[row]);
        }
    }
}
