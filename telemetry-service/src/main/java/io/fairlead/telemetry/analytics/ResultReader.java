package io.fairlead.telemetry.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.Computation;
import io.fairlead.core.json.CanonicalJson;
import io.fairlead.core.problem.FieldError;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a result as it comes in a request or an event. */
@Computation
final class ResultReader {

    /** What a result's name looks like. */
    static final String NAME = "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$";

    /** What a vessel's code looks like. */
    static final String VESSEL = "^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$";

    /** What the names and versions of models and the ids of runs look like. */
    static final String CODE = "^[A-Za-z0-9][A-Za-z0-9._:/+@-]{0,127}$";

    /** What a unit looks like: printable, and nothing that a spreadsheet would take for a formula. */
    static final String UNIT = "^[^\\u0000-\\u0020\\u007F=+@-][^\\u0000-\\u001F\\u007F]{0,31}$";

    static final Pattern UNITS = Pattern.compile(UNIT);
    static final String UNIT_MESSAGE = "must be 1 to 32 characters in one line, not begun by a space or one of =+@-";

    /** The most bytes of a value's JSON. */
    static final int MOST_BYTES = 8 * 1024 * 1024;

    private static final int MOST_RUN_BYTES = 64 * 1024;
    private static final Pattern NAMES = Pattern.compile(NAME);
    private static final Pattern VESSELS = Pattern.compile(VESSEL);
    private static final Pattern CODES = Pattern.compile(CODE);
    private static final String NAME_MESSAGE =
            "must be 1 to 128 letters, digits, '.', '_' or '-' and begin with a letter or digit";
    private static final String CODE_MESSAGE =
            "must be 1 to 128 letters, digits or '._:/+@-' and begin with a letter or digit";
    private static final Set<String> FIELDS =
            Set.of("name", "vessel", "start", "end", "type", "value", "unit", "model", "run", "producedAt");

    private final List<FieldError> errors;
    private final boolean strict;

    /**
     * @param errors where to put what is wrong
     * @param strict whether fields that are not known are refused, not skipped
     */
    ResultReader(List<FieldError> errors, boolean strict) {
        this.errors = errors;
        this.strict = strict;
    }

    /**
     * Reads one result.
     *
     * @param at its pointer
     * @return the result; null when something is wrong
     */
    NewResult read(JsonNode json, String at) {
        int before = errors.size();
        Fields fields = new Fields(json, at, errors);
        if (strict) {
            fields.allow(FIELDS);
        }
        String name = fields.requiredText("name", NAMES, NAME_MESSAGE);
        String vessel = fields.text("vessel", VESSELS, "must be a vessel's code");
        Instant start = fields.required("start") == null ? null : fields.time("start");
        Instant end = fields.get("end") == null ? start : fields.time("end");
        if (start != null && end != null && end.isBefore(start)) {
            fields.refuse("end", "must not be before the start");
        }
        ValueType type = type(fields);
        String unit = fields.text("unit", UNITS, UNIT_MESSAGE);
        if (unit != null && type != null && !type.hasUnit()) {
            fields.refuse("unit", "A value of this type has no unit as a whole.");
        }
        Model model = model(fields.requiredObject("model"));
        Run run = run(fields.requiredObject("run"));
        Instant producedAt = fields.time("producedAt");
        JsonNode value = fields.required("value");
        if (errors.size() > before) {
            return null;
        }
        String text = value(fields, type, value, start, end, at);
        return errors.size() > before
                ? null
                : new NewResult(name, vessel, start, end, type, text, unit, model, run, producedAt);
    }

    private static ValueType type(Fields fields) {
        JsonNode type = fields.required("type");
        if (type == null) {
            return null;
        }
        return ValueType.find(type.isTextual() ? type.textValue() : "").orElseGet(() -> {
            fields.refuse("type", "must be one of number, series, table, object");
            return null;
        });
    }

    private String value(Fields fields, ValueType type, JsonNode value, Instant start, Instant end, String at) {
        int before = errors.size();
        new ValueCheck(at + "/value", errors).check(type, value, start, end);
        if (errors.size() > before) {
            return null;
        }
        String text = CanonicalJson.text(value);
        if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            fields.refuse("value", "must be at most " + MOST_BYTES + " bytes of JSON");
        }
        return text;
    }

    private Model model(Fields model) {
        if (model == null) {
            return null;
        }
        if (strict) {
            model.allow(Set.of("name", "version"));
        }
        return new Model(
                model.requiredText("name", CODES, CODE_MESSAGE), model.requiredText("version", CODES, CODE_MESSAGE));
    }

    private Run run(Fields run) {
        if (run == null) {
            return null;
        }
        if (strict) {
            run.allow(Set.of("id", "parameters", "metrics"));
        }
        return new Run(
                run.requiredText("id", CODES, CODE_MESSAGE),
                run.objectText("parameters", MOST_RUN_BYTES),
                run.objectText("metrics", MOST_RUN_BYTES));
    }
}
