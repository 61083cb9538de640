package io.fairlead.telemetry.report;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.fairlead.core.Computation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads CSV (RFC 4180) with a row of column names, in any order; {@code label.consumer} is the label consumer. An empty
 * cell is none. Places are {@code /rows/17/value}: the row that begins at line 17 of the text.
 */
@Computation
final class CsvReport {

    private static final String LABEL = "label.";
    private static final Set<String> COLUMNS =
            Set.of("vessel", "channel", "time", "value", "quality", "unit", "start", "text");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int LONGEST_NUMBER = 1000;

    private final Report report = new Report();
    private List<String> header;

    private CsvReport() {}

    /** The readings of a body. */
    static Report read(byte[] body) {
        CsvReport csv = new CsvReport();
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            csv.read(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            csv.report.refuse("", "The body is not UTF-8.");
        }
        return csv.report.orRefuseEmpty("/rows/2");
    }

    private void read(String text) {
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text)) {
            rows.forEach(this::row);
        } catch (CsvParseException e) {
            report.refuse("", "This is no CSV: a quoted cell does not end, or something follows it.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void row(CsvRecord row) {
        String pointer = "/rows/" + row.getStartingLineNumber();
        if (header == null) {
            header = List.copyOf(row.getFields());
            header(pointer);
        } else if (row.getFieldCount() != header.size()) {
            report.refuse(pointer, "The row has %d cells and not %d.".formatted(row.getFieldCount(), header.size()));
        } else {
            reading(row, pointer);
        }
    }

    private void header(String pointer) {
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            boolean label = name.startsWith(LABEL) && name.length() > LABEL.length();
            if (!label && !COLUMNS.contains(name)) {
                report.refuse(pointer, "There is no column '%s'.".formatted(name));
            } else if (!seen.add(name)) {
                report.refuse(pointer, "Column '%s' is there twice.".formatted(name));
            }
        }
        for (String name : List.of("vessel", "channel", "time")) {
            if (!seen.contains(name)) {
                report.refuse(pointer, "Column '%s' is missing.".formatted(name));
            }
        }
    }

    private void reading(CsvRecord row, String pointer) {
        SortedMap<String, String> labels = new TreeMap<>();
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).startsWith(LABEL) && !row.getField(i).isEmpty()) {
                labels.put(header.get(i).substring(LABEL.length()), row.getField(i));
            }
        }
        String value = cell(row, "value");
        String text = cell(row, "text");
        if (value != null && text != null) {
            report.refuse(pointer + "/text", "A reading has either a value or a text.");
        }
        BigDecimal number = value != null && value.length() <= LONGEST_NUMBER && ReadingReader.isNumber(value)
                ? new BigDecimal(value)
                : null;
        if (value != null && ReadingReader.isNoFiniteNumber(value)) {
            report.refuse(pointer + "/value", "This is no finite number.");
        }
        report.add(new SentReading(
                pointer,
                new SentReading.Place(cell(row, "vessel"), pointer + "/vessel"),
                cell(row, "channel"),
                labels,
                cell(row, "start"),
                cell(row, "time"),
                number,
                text != null ? text : number == null ? value : null,
                cell(row, "quality"),
                cell(row, "unit")));
    }

    private String cell(CsvRecord row, String column) {
        int index = header.indexOf(column);
        return index < 0 || row.getField(index).isEmpty() ? null : row.getField(index);
    }
}
