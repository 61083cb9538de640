package io.fairlead.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Prints what a command got, in the form that was asked for. */
public final class Printer {

    private static final ObjectWriter PRETTY = new ObjectMapper().writerWithDefaultPrettyPrinter();

    private final PrintWriter out;
    private final Format format;
    private final Terminal terminal;

    public Printer(PrintWriter out, Format format, Terminal terminal) {
        this.out = out;
        this.format = format;
        this.terminal = terminal;
    }

    /** Prints a list. */
    public void list(List<Column> columns, Iterator<JsonNode> items) {
        switch (format) {
            case TABLE -> out.print(new TableText(terminal.width()).of(columns, items));
            case JSON -> array(items);
            case CSV -> csv(columns, items);
        }
        out.flush();
    }

    /** Prints one thing, a line for each of its values. */
    public void record(JsonNode item) {
        Map<String, String> values = Texts.flat(item);
        switch (format) {
            case TABLE -> out.print(new TableText(terminal.width()).of(values));
            case JSON -> out.println(pretty(item));
            case CSV -> {
                List<Column> columns = values.keySet().stream()
                        .map(name -> new Column(name, "/" + name.replace(".", "/")))
                        .toList();
                csv(columns, List.of(item).iterator());
            }
        }
        out.flush();
    }

    private void array(Iterator<JsonNode> items) {
        out.print("[");
        for (String separator = ""; items.hasNext(); separator = ",") {
            out.println(separator);
            out.print(pretty(items.next()));
        }
        out.println();
        out.println("]");
    }

    private void csv(List<Column> columns, Iterator<JsonNode> items) {
        CSVFormat layout = CSVFormat.RFC4180
                .builder()
                .setHeader(columns.stream().map(Column::header).toArray(String[]::new))
                .get();
        try {
            CSVPrinter csv = new CSVPrinter(out, layout);
            while (items.hasNext()) {
                JsonNode item = items.next();
                csv.printRecord(columns.stream().map(column -> column.text(item)));
            }
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pretty(JsonNode node) {
        try {
            return PRETTY.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
