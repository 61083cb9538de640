package io.fairlead.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * A column of a table.
 *
 * @param pointer where its value is in an item, a JSON pointer
 */
public record Column(String header, String pointer) {

    /** Columns from their pointers; a header is its pointer's last name. */
    public static List<Column> of(String... pointers) {
        return Stream.of(pointers)
                .map(pointer -> new Column(pointer.substring(pointer.lastIndexOf('/') + 1), pointer))
                .toList();
    }

    String text(JsonNode item) {
        return Texts.of(item.at(pointer));
    }
}
