package io.fairlead.telemetry.analytics;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The conditions of a query with their parameters. Only what is asked for becomes part of the statement, so that the
 * database plans each kind of question by itself.
 */
final class Conditions {

    private final StringBuilder sql = new StringBuilder("true");
    private final Tuple parameters = Tuple.tuple();

    /** A column has one of these values; no condition when there are none. */
    Conditions in(String column, List<String> values) {
        if (values != null && values.size() == 1) {
            add(column + " = ", parameter(values.get(0)));
        } else if (values != null && !values.isEmpty()) {
            parameters.addArrayOfString(values.toArray(String[]::new));
            sql.append(" and ")
                    .append(column)
                    .append(" = any($")
                    .append(parameters.size())
                    .append(')');
        }
        return this;
    }

    /** Any condition without parameters. */
    Conditions add(String condition) {
        return add(condition, "");
    }

    /** A condition that ends with a parameter. */
    Conditions add(String condition, String parameter) {
        sql.append(" and ").append(condition).append(parameter);
        return this;
    }

    /** Adds a parameter, and gives its place in the statement. */
    String parameter(Object value) {
        parameters.addValue(value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
        return "$" + parameters.size();
    }

    String sql() {
        return sql.toString();
    }

    Tuple parameters() {
        return parameters;
    }
}
