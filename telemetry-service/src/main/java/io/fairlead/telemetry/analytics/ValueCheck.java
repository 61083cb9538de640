package io.fairlead.telemetry.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.Computation;
import io.fairlead.core.problem.FieldError;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Holds a result's value against its type. */
@Computation
final class ValueCheck {

    /** The most points of a series, and cells of a table. */
    static final int MOST_VALUES = 100_000;

    private static final int MOST_COLUMNS = 200;
    private static final Pattern COLUMN = Pattern.compile("[^\\u0000-\\u0020\\u007F][^\\u0000-\\u001F\\u007F]{0,99}");
    private static final Set<String> POINT = Set.of("time", "value");

    private final String at;
    private final List<FieldError> errors;
    private final int most;

    /**
     * @param at the value's pointer
     * @param errors where to put what is wrong; some points at most
     */
    ValueCheck(String at, List<FieldError> errors) {
        this.at = at;
        this.errors = errors;
        this.most = errors.size() + 10;
    }

    /** Refuses a value that does not fit its type. */
    void check(ValueType type, JsonNode value, Instant start, Instant end) {
        switch (type) {
            case NUMBER -> number("", value);
            case SERIES -> series(value, start, end);
            case TABLE -> table(value);
            case OBJECT -> {
                if (value.isObject()) {
                    new JsonLimits(at, errors).check(value);
                } else {
                    refuse("", "must be an object");
                }
            }
        }
    }

    private void number(String where, JsonNode value) {
        if (!value.isNumber()) {
            refuse(where, "must be a number");
        } else if (JsonLimits.fault(value) != null) {
            refuse(where, JsonLimits.fault(value));
        }
    }

    private void series(JsonNode points, Instant start, Instant end) {
        if (!points.isArray() || points.size() > MOST_VALUES) {
            refuse("", "must be a list of at most " + MOST_VALUES + " points");
            return;
        }
        Instant before = null;
        for (int i = 0; i < points.size() && errors.size() < most; i++) {
            Fields point = new Fields(points.get(i), at + "/" + i, errors);
            point.allow(POINT);
            Instant time = point.required("time") == null ? null : point.time("time");
            if (time != null && before != null && !before.isBefore(time)) {
                point.refuse("time", "must be after the point before");
            }
            if (time != null && (time.isBefore(start) || time.isAfter(end))) {
                point.refuse("time", "must lie in the result's period");
            }
            if (point.get("value") != null) {
                number("/" + i + "/value", point.get("value"));
            }
            before = time == null ? before : time;
        }
    }

    private void table(JsonNode value) {
        Fields table = new Fields(value, at, errors);
        table.allow(Set.of("columns", "rows"));
        JsonNode columns = table.required("columns");
        JsonNode rows = table.required("rows");
        if (columns == null || rows == null) {
            return;
        }
        if (!columns.isArray() || columns.isEmpty() || columns.size() > MOST_COLUMNS) {
            table.refuse("columns", "must be a list of 1 to " + MOST_COLUMNS + " columns");
        } else if (!rows.isArray() || (long) rows.size() * columns.size() > MOST_VALUES) {
            table.refuse("rows", "must be a list of rows, at most " + MOST_VALUES + " cells in all");
        } else {
            columns(columns);
            rows(rows, columns.size());
        }
    }

    private void columns(JsonNode columns) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < columns.size() && errors.size() < most; i++) {
            Fields column = new Fields(columns.get(i), at + "/columns/" + i, errors);
            column.allow(Set.of("name", "unit"));
            String name = column.requiredText("name", COLUMN, "must be 1 to 100 characters in one line");
            column.text("unit", ResultReader.UNITS, ResultReader.UNIT_MESSAGE);
            if (name != null && !names.add(name)) {
                column.refuse("name", "Another column has this name.");
            }
        }
    }

    private void rows(JsonNode rows, int columns) {
        for (int i = 0; i < rows.size() && errors.size() < most; i++) {
            JsonNode row = rows.get(i);
            if (!row.isArray() || row.size() != columns) {
                refuse("/rows/" + i, "must be a list of " + columns + " cells");
                continue;
            }
            for (int j = 0; j < columns; j++) {
                JsonNode cell = row.get(j);
                String fault = cell.isContainerNode()
                        ? "must be a number, a text, true, false or null"
                        : JsonLimits.fault(cell);
                if (fault != null) {
                    refuse("/rows/" + i + "/" + j, fault);
                }
            }
        }
    }

    private void refuse(String where, String detail) {
        errors.add(FieldError.body(at + where, detail));
    }
}
