package io.fairlead.fleet.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.fairlead.core.Computation;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * CSV as RFC 4180 has it, with a row of column names. Columns may come in any order and the optional ones may be left
 * out.
 */
@Computation
final class CsvText {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvText() {}

    /** Rows as text, each ended by CRLF. */
    static String write(List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            rows.forEach(writer::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The rows of a file; what is wrong with its shape is added to the errors. */
    static List<CsvLine> read(String text, List<String> columns, List<CsvError> errors) {
        List<CsvLine> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)) {
            List<String> header = null;
            for (CsvRecord row : reader) {
                if (header == null) {
                    header = row.getFields();
                    requireKnown(header, columns, errors);
                } else if (row.getFieldCount() != header.size()) {
                    String detail = "has %d cells and not %d".formatted(row.getFieldCount(), header.size());
                    errors.add(new CsvError(row.getStartingLineNumber(), null, detail));
                } else {
                    lines.add(line(header, row));
                }
            }
            if (header == null) {
                errors.add(new CsvError(1, null, "There is no row of column names."));
            }
        } catch (CsvParseException | IOException e) {
            errors.add(new CsvError(
                    lines.isEmpty() ? 1 : lines.get(lines.size() - 1).number(), null, "is no CSV"));
        }
        return lines;
    }

    private static void requireKnown(List<String> header, List<String> columns, List<CsvError> errors) {
        var seen = new HashSet<String>();
        for (String name : header) {
            if (!columns.contains(name)) {
                errors.add(new CsvError(1, name, "is not one of " + String.join(", ", columns)));
            } else if (!seen.add(name)) {
                errors.add(new CsvError(1, name, "is there twice"));
            }
        }
    }

    private static CsvLine line(List<String> header, CsvRecord row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String text = Cell.read(row.getField(i));
            if (text != null) {
                cells.put(header.get(i), text);
            }
        }
        return new CsvLine(row.getStartingLineNumber(), cells);
    }
}
