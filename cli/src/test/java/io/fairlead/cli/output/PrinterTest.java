package io.fairlead.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What a command prints for programs. */
class PrinterTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Terminal NONE = new Terminal(false, false, 0);

    @Test
    void shouldQuoteWhatCsvWouldTakeApart() throws Exception {
        String csv = list(Format.CSV, "[{\"a\":\"x,\\\"y\\\"\",\"b\":[1,2]},{\"a\":7}]");

        assertThat(csv).isEqualTo("a,b\r\n\"x,\"\"y\"\"\",\"1, 2\"\r\n7,\r\n");
    }

    @Test
    void shouldPrintAListAsOneJsonDocument() throws Exception {
        String items = "[{\"a\":1,\"not\":\"a column\"},{\"a\":2}]";

        assertThat(JSON.readTree(list(Format.JSON, items))).isEqualTo(JSON.readTree(items));
        assertThat(JSON.readTree(list(Format.JSON, "[]"))).isEmpty();
    }

    @Test
    void shouldPrintTheMembersOfMembersUnderNamesWithDots() throws Exception {
        StringWriter text = new StringWriter();

        new Printer(new PrintWriter(text), Format.CSV, NONE).record(JSON.readTree("{\"a\":{\"b\":1},\"c\":\"x\"}"));

        assertThat(text).hasToString("a.b,c\r\n1,x\r\n");
    }

    private static String list(Format format, String items) throws Exception {
        StringWriter text = new StringWriter();
        JsonNode parsed = JSON.readTree(items);
        new Printer(new PrintWriter(text), format, NONE).list(Column.of("/a", "/b"), parsed.elements());
        return text.toString();
    }
}
