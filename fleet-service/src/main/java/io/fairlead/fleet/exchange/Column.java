package io.fairlead.fleet.exchange;

import io.fairlead.core.Computation;
import java.util.function.Function;

/**
 * A column of a file.
 *
 * @param name as in its first row
 * @param pointer where its value is in the JSON of the thing
 * @param shape how its cells are read
 * @param value how its cells are written
 */
@Computation
record Column<T>(String name, String pointer, Shape shape, Function<T, Object> value) {

    /** How the text of a cell becomes JSON. */
    enum Shape {
        TEXT,
        NUMBER,
        JSON
    }

    static <T> Column<T> text(String name, Function<T, Object> value) {
        return new Column<>(name, "/" + name, Shape.TEXT, value);
    }

    static <T> Column<T> number(String name, Function<T, Object> value) {
        return new Column<>(name, "/" + name, Shape.NUMBER, value);
    }

    static <T> Column<T> json(String name, Function<T, Object> value) {
        return new Column<>(name, "/" + name, Shape.JSON, value);
    }

    /** The same column, its value elsewhere in the JSON. */
    Column<T> at(String place) {
        return new Column<>(name, place, shape, value);
    }
}
