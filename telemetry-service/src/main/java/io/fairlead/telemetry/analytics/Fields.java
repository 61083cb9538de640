package io.fairlead.telemetry.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.Computation;
import io.fairlead.core.json.CanonicalJson;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.time.Rfc3339;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the fields of a JSON object one by one, and collects what is wrong with them under their pointers. */
@Computation
final class Fields {

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private final JsonNode object;
    private final String at;
    private final List<FieldError> errors;

    /**
     * @param at the object's pointer
     * @param errors where to put what is wrong
     */
    Fields(JsonNode object, String at, List<FieldError> errors) {
        this.object = object;
        this.at = at;
        this.errors = errors;
        if (!object.isObject()) {
            errors.add(FieldError.body(at, "Expected an object of the documented shape."));
        }
    }

    /** Refuses every field but these. */
    void allow(Set<String> names) {
        object.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                refuse(name, "Unknown property '" + name + "'.");
            }
        });
    }

    /** Says what is wrong with a field. */
    void refuse(String name, String detail) {
        errors.add(FieldError.body(at + "/" + name.replace("~", "~0").replace("/", "~1"), detail));
    }

    /** A field as it is; null when it is absent or null. */
    JsonNode get(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    /** A field as it is; null and an error when there is none. */
    JsonNode required(String name) {
        JsonNode value = get(name);
        if (value == null && object.isObject()) {
            refuse(name, "must not be null");
        }
        return value;
    }

    /** A text; null when it is absent, or when it is refused. */
    String text(String name, Pattern pattern, String expected) {
        JsonNode value = get(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual() || !pattern.matcher(value.textValue()).matches()) {
            refuse(name, expected);
            return null;
        }
        return value.textValue();
    }

    /** A text that must be there. */
    String requiredText(String name, Pattern pattern, String expected) {
        return required(name) == null ? null : text(name, pattern, expected);
    }

    /** A time, to the microsecond; null when it is absent, or when it is refused. */
    Instant time(String name) {
        JsonNode value = get(name);
        if (value == null) {
            return null;
        }
        try {
            Instant time = value.isTextual() ? Rfc3339.parse(value.textValue()) : null;
            if (time != null && !time.isBefore(FIRST) && !time.isAfter(LAST)) {
                return time.truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeException e) {
            // refused below
        }
        refuse(name, "must be a time such as 2026-01-31T04:15:00Z, from 1970 to 2199");
        return null;
    }

    /** An object's canonical text; null when it is absent, or when it is refused. */
    String objectText(String name, int mostBytes) {
        JsonNode value = get(name);
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            refuse(name, "must be an object");
            return null;
        }
        new JsonLimits(at + "/" + name, errors).check(value);
        String text = CanonicalJson.text(value);
        if (text.getBytes(StandardCharsets.UTF_8).length > mostBytes) {
            refuse(name, "must be at most " + mostBytes + " bytes of JSON");
        }
        return text;
    }

    /** The fields of an object in this one; null when it is absent, which is refused. */
    Fields requiredObject(String name) {
        JsonNode value = required(name);
        return value == null ? null : new Fields(value, at + "/" + name, errors);
    }
}
