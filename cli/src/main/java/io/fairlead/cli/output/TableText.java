package io.fairlead.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows and columns for a person, no wider than a terminal; what does not fit ends with an ellipsis. */
final class TableText {

    private static final Pattern FRACTION = Pattern.compile("^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)\\.\\d+Z$");
    private static final int NARROWEST = 8;
    private static final int PADDING = 2;

    private final int width;

    TableText(int width) {
        this.width = width;
    }

    /** A row for each item. Columns of numbers are aligned at the right. */
    String of(List<Column> columns, Iterator<JsonNode> items) {
        List<List<String>> rows = new ArrayList<>();
        boolean[] texts = new boolean[columns.size()];
        items.forEachRemaining(item -> {
            for (int i = 0; i < texts.length; i++) {
                JsonNode value = item.at(columns.get(i).pointer());
                texts[i] |= !value.isNumber() && !value.isNull() && !value.isMissingNode();
            }
            rows.add(columns.stream().map(column -> brief(column.text(item))).toList());
        });
        List<String> headers =
                columns.stream().map(column -> column.header().toUpperCase()).toList();
        return text(headers, rows, texts);
    }

    /** A line for each value. */
    String of(Map<String, String> values) {
        List<List<String>> rows = values.entrySet().stream()
                .map(value -> List.of(value.getKey(), brief(value.getValue())))
                .toList();
        return text(List.of("", ""), rows, new boolean[] {true, true});
    }

    private String text(List<String> headers, List<List<String>> rows, boolean[] texts) {
        int[] widths = fitted(headers, rows);
        List<ColumnData<List<String>>> columns = IntStream.range(0, headers.size())
                .mapToObj(i -> new com.github.freva.asciitable.Column()
                        .header(headers.get(i).isEmpty() ? null : headers.get(i))
                        .headerAlign(texts[i] ? HorizontalAlign.LEFT : HorizontalAlign.RIGHT)
                        .dataAlign(texts[i] ? HorizontalAlign.LEFT : HorizontalAlign.RIGHT)
                        .maxWidth(widths[i] + PADDING, OverflowBehaviour.ELLIPSIS_RIGHT)
                        .<List<String>>with(row -> row.get(i)))
                .toList();
        return AsciiTable.builder()
                .border(AsciiTable.NO_BORDERS)
                .lineSeparator("\n")
                .data(rows, columns)
                .asString()
                .lines()
                .map(line -> line.startsWith(" ") ? line.substring(1).stripTrailing() : line.stripTrailing())
                .filter(line -> !line.isEmpty())
                .map(line -> line + System.lineSeparator())
                .collect(Collectors.joining());
    }

    /** Times to the second: the rest is noise for a person. */
    private static String brief(String text) {
        return FRACTION.matcher(text).replaceFirst("$1Z");
    }

    /**
     * As wide as their widest value. Where that is too much together, the widest become narrower first; the first
     * column, which names the row, only when the others are as narrow as can be.
     */
    private int[] fitted(List<String> headers, List<List<String>> rows) {
        int[] widths = IntStream.range(0, headers.size())
                .map(i -> Math.max(
                        headers.get(i).length(),
                        rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0)))
                .toArray();
        int excess = IntStream.of(widths).sum() + headers.size() * PADDING - width;
        for (int first = 1; first >= 0; first--) {
            for (int widest = widest(widths, first); excess > 0 && widths[widest] > NARROWEST; excess--) {
                widths[widest]--;
                widest = widest(widths, first);
            }
        }
        return widths;
    }

    private static int widest(int[] widths, int first) {
        int widest = Math.min(first, widths.length - 1);
        for (int i = widest + 1; i < widths.length; i++) {
            widest = widths[i] > widths[widest] ? i : widest;
        }
        return widest;
    }
}
