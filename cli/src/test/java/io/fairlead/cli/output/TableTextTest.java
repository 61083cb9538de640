package io.fairlead.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A table for a person. */
class TableTextTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldAlignNumbersAtTheRightAndTextsAtTheLeft() throws Exception {
        JsonNode items = JSON.readTree("[{\"a\":\"x\",\"n\":1},{\"a\":\"long\",\"n\":200}]");

        assertThat(table(100, items, "/a", "/n")).containsExactly("A       N", "x       1", "long  200");
    }

    @Test
    void shouldBeNoWiderThanTheTerminalAndKeepWhatNamesTheRow() {
        ArrayNode items = JSON.createArrayNode();
        items.addObject()
                .put("id", "0123456789-0123456789")
                .put("text", "w".repeat(200))
                .put("more", "m".repeat(100));

        List<String> lines = table(60, items, "/id", "/text", "/more");

        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
        assertThat(lines.get(1)).startsWith("0123456789-0123456789  w").contains("…");
    }

    @Test
    void shouldShowEverythingWhereNoTerminalLimitsIt() {
        ArrayNode items = JSON.createArrayNode();
        items.addObject().put("text", "w".repeat(500));

        assertThat(table(Integer.MAX_VALUE, items, "/text").get(1)).isEqualTo("w".repeat(500));
    }

    @Test
    void shouldShowTimesToTheSecond() throws Exception {
        JsonNode items = JSON.readTree("[{\"at\":\"2026-01-31T10:20:30.123456Z\"}]");

        assertThat(table(100, items, "/at")).contains("2026-01-31T10:20:30Z");
    }

    @Test
    void shouldShowALineForEachValueOfOneThing() {
        String text = new TableText(100).of(Map.of("code", "MV102"));

        assertThat(text.lines()).containsExactly("code  MV102");
    }

    private static List<String> table(int width, JsonNode items, String... pointers) {
        return new TableText(width)
                .of(Column.of(pointers), items.elements())
                .lines()
                .toList();
    }
}
