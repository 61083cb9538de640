package io.fairlead.core.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.fairlead.core.json.UnstorableValue;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with a document, as the JSON parser and Bean Validation say it; each field is named by its pointer. */
public final class BodyErrors {

    private BodyErrors() {}

    /** Why a document could not be read. */
    public static FieldError of(JsonProcessingException e) {
        if (e.getCause() instanceof JsonParseException unparsable) {
            return of(unparsable);
        }
        if (!(e instanceof JsonMappingException mapping)) {
            var at = e.getLocation();
            String where = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
            return FieldError.body("", "The body is not JSON" + where + ".");
        }
        return FieldError.body(pointer(mapping), detail(mapping));
    }

    private static String detail(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "Unknown property '%s'.".formatted(unknown.getPropertyName());
        }
        if (e instanceof InvalidFormatException format) {
            return "'%s' is not %s.".formatted(format.getValue(), describe(format.getTargetType()));
        }
        if (e instanceof UnstorableValue) {
            return e.getOriginalMessage();
        }
        return e instanceof MismatchedInputException mismatch
                ? "Expected %s.".formatted(describe(mismatch.getTargetType()))
                : "This value cannot be read.";
    }

    /** What is wrong with a document that was read and is validated by itself. */
    public static <T> List<FieldError> of(Collection<ConstraintViolation<T>> violations) {
        return violations.stream()
                .map(violation -> FieldError.body(pointer(violation.getPropertyPath()), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::toString))
                .toList();
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() != null ? escape(step.getFieldName()) : "" + step.getIndex())
                .map(step -> "/" + step)
                .collect(Collectors.joining());
    }

    /** The pointer to what a path leads to in a document. */
    static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node step : path) {
            if (step.getKind() == ElementKind.PROPERTY || step.getKind() == ElementKind.CONTAINER_ELEMENT) {
                append(pointer, step);
            }
        }
        return pointer.toString();
    }

    private static void append(StringBuilder pointer, Path.Node step) {
        if (step.getIndex() != null) {
            pointer.append('/').append(step.getIndex());
        } else if (step.getKey() != null) {
            pointer.append('/').append(escape(step.getKey().toString()));
        }
        if (step.getKind() == ElementKind.PROPERTY) {
            pointer.append('/').append(escape(step.getName()));
        }
    }

    private static String escape(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }

    private static String describe(Class<?> type) {
        if (type == null) {
            return "another type";
        }
        if (type.isEnum()) {
            return "one of "
                    + List.of(type.getEnumConstants()).stream()
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "Instant", "OffsetDateTime" -> "a time such as 2026-01-31T04:15:00Z";
            case "LocalDate" -> "a date such as 2026-01-31";
            case "int", "long", "Integer", "Long", "BigInteger" -> "a whole number";
            case "double", "float", "Double", "Float", "BigDecimal" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            case "String" -> "a text";
            case "ArrayList", "List", "Set", "Collection" -> "a list";
            default -> "an object of the documented shape";
        };
    }
}
