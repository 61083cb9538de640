package io.fairlead.telemetry.table;

import com.fasterxml.jackson.core.io.NumberOutput;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.fairlead.core.Computation;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** CSV (RFC 4180) in UTF-8 with a header. A cell without anything is empty, an empty text is a pair of quotes. */
@Computation
final class CsvTable implements TableWriter {

    private final List<Column> columns;
    private final TimeText times = new TimeText();
    private boolean begun;

    CsvTable(List<Column> columns) {
        this.columns = columns;
    }

    @Override
    public byte[] rows(Rows rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().quoteStrategy(QuoteStrategies.EMPTY).build(text)) {
            if (!begun) {
                begun = true;
                csv.writeRecord(columns.stream().map(Column::title).toList());
            }
            String[] cells = new String[columns.size()];
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < cells.length; column++) {
                    cells[column] = text(rows.cells().get(column), row);
                }
                csv.writeRecord(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] end() {
        return begun ? new byte[0] : rows(new Rows(0, List.of()));
    }

    @Override
    public void close() {
        // holds nothing
    }

    private String text(Cells cells, int row) {
        if (cells.isEmpty(row)) {
            return null;
        }
        if (cells instanceof Cells.Texts texts) {
            return texts.texts()[row];
        } else if (cells instanceof Cells.Times own) {
            return times.of(own.times()[row]);
        } else if (cells instanceof Cells.Numbers numbers) {
            return NumberOutput.toString(numbers.numbers()[row], true);
        }
        return Long.toString(((Cells.Counts) cells).counts()[row]);
    }
}
