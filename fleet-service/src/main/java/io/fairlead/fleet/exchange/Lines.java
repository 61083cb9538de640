package io.fairlead.fleet.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.core.patch.Patches;
import io.fairlead.core.problem.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The rows of a file, read and held against the rules of a new thing; collects what is wrong with them.
 *
 * @param <T> what is exported, whose columns the file has
 */
final class Lines<T> {

    private final Sheet<T> sheet;
    private final Patches rules;
    private final List<CsvLine> lines;
    private final List<CsvError> errors = new ArrayList<>();

    Lines(Sheet<T> sheet, Patches rules, String text) {
        this.sheet = sheet;
        this.rules = rules;
        this.lines = CsvText.read(text, sheet.names(), errors);
    }

    List<CsvLine> all() {
        return lines;
    }

    /** Adds an error to a row. */
    void refuse(CsvLine line, String column, String detail) {
        errors.add(new CsvError(line.number(), column, detail));
    }

    /** A row's value and, in the members of {@code besides}, what of it is not part of the new thing. */
    <V> V value(CsvLine line, Class<V> type, Map<String, JsonNode> besides) {
        int before = errors.size();
        ObjectNode tree = sheet.tree(line, errors);
        besides.replaceAll((member, none) -> tree.remove(member));
        V value = sheet.value(tree, type, line, errors);
        if (value == null || errors.size() > before) {
            return null;
        }
        List<FieldError> broken = rules.errors(value);
        broken.forEach(error -> refuse(line, sheet.column(error.pointer()), error.detail()));
        return broken.isEmpty() ? value : null;
    }

    /** What a text names, or null and an error; the fallback when there is none. */
    <E> E named(CsvLine line, String column, JsonNode text, Function<String, E> reading, E fallback) {
        if (text == null) {
            return fallback;
        }
        try {
            return reading.apply(text.asText());
        } catch (IllegalArgumentException e) {
            refuse(line, column, "'" + text.asText() + "' is none of the documented values.");
            return null;
        }
    }

    /** Refuses rows that share what must be unique. */
    <V> void requireUnique(Map<CsvLine, V> values, String column, Function<V, String> key) {
        Map<String, CsvLine> first = new HashMap<>();
        values.forEach((line, value) -> {
            String text = key.apply(value);
            CsvLine other = text == null ? null : first.putIfAbsent(text, line);
            if (other != null) {
                refuse(line, column, "Line " + other.number() + " has this " + column + " too.");
            }
        });
    }

    /**
     * Passes if no row is wrong.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming line and column of each error
     */
    void requireGood() {
        CsvProblem.requireNone(errors);
    }

    /** The values of the rows that could be read. */
    <V> Map<CsvLine, V> values(Function<CsvLine, V> reading) {
        Map<CsvLine, V> values = new LinkedHashMap<>();
        lines.forEach(line -> {
            V value = reading.apply(line);
            if (Objects.nonNull(value)) {
                values.put(line, value);
            }
        });
        return values;
    }
}
