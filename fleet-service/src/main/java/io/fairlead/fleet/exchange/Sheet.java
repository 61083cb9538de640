package io.fairlead.fleet.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** One kind of file: its columns, and how a thing becomes a row and a row the JSON of a thing. */
final class Sheet<T> {

    private final ObjectMapper json;
    private final List<Column<T>> columns;

    Sheet(ObjectMapper json, List<Column<T>> columns) {
        this.json = json;
        this.columns = columns;
    }

    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    List<String> row(T thing) {
        return columns.stream().map(column -> cell(column, thing)).toList();
    }

    /** The JSON of a row; what cannot be read is added to the errors. */
    ObjectNode tree(CsvLine line, List<CsvError> errors) {
        ObjectNode tree = json.createObjectNode();
        for (Column<T> column : columns) {
            String text = line.cells().get(column.name());
            JsonNode value = text == null ? null : value(column, text, line, errors);
            if (value != null) {
                put(tree, column.pointer(), value);
            }
        }
        return tree;
    }

    /** The value that JSON makes, or null and an error. */
    <V> V value(JsonNode tree, Class<V> type, CsvLine line, List<CsvError> errors) {
        try {
            return json.treeToValue(tree, type);
        } catch (JsonMappingException e) {
            String pointer = e.getPath().stream()
                    .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                    .collect(Collectors.joining());
            errors.add(new CsvError(line.number(), column(pointer), "This value cannot be read."));
        } catch (JsonProcessingException e) {
            errors.add(new CsvError(line.number(), null, "This row cannot be read."));
        }
        return null;
    }

    /** The column that holds what a JSON pointer names. */
    String column(String pointer) {
        String path = pointer.replaceFirst("^#", "");
        return columns.stream()
                .filter(column -> path.equals(column.pointer()) || path.startsWith(column.pointer() + "/"))
                .map(Column::name)
                .findFirst()
                .orElseGet(() -> path.replaceFirst("^/", "").replace('/', '.'));
    }

    private String cell(Column<T> column, T thing) {
        Object value = column.value().apply(thing);
        try {
            return Cell.write(
                    column.shape() == Column.Shape.JSON && value != null ? json.writeValueAsString(value) : value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a cell cannot be written as JSON: " + column.name(), e);
        }
    }

    private JsonNode value(Column<T> column, String text, CsvLine line, List<CsvError> errors) {
        try {
            return switch (column.shape()) {
                case TEXT -> TextNode.valueOf(text);
                case NUMBER -> number(text);
                case JSON -> json.readTree(text);
            };
        } catch (NumberFormatException e) {
            errors.add(new CsvError(line.number(), column.name(), "must be a number"));
        } catch (JsonProcessingException e) {
            errors.add(new CsvError(line.number(), column.name(), "must be JSON"));
        }
        return null;
    }

    private static JsonNode number(String text) {
        return text.matches("-?[0-9]{1,9}")
                ? IntNode.valueOf(Integer.parseInt(text))
                : DecimalNode.valueOf(new BigDecimal(text));
    }

    private static void put(ObjectNode tree, String pointer, JsonNode value) {
        String[] path = pointer.substring(1).split("/");
        ObjectNode parent = path.length == 1 ? tree : tree.withObject("/" + path[0]);
        parent.set(path[path.length - 1], value);
    }
}
