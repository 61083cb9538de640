package io.fairlead.core.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.fairlead.core.json.Storable;
import io.fairlead.core.json.UnstorableText;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.UnwrapException;

/** Turns what the JSON parser and Bean Validation refuse into one 400 that names each bad field. */
@UnwrapException({JacksonException.class})
public class InvalidInput {

    private static final int BEFORE_LIBRARIES = 1;

    /** What a resource method names the parameter that takes the request's body. */
    private static final String BODY = "body";

    @ServerExceptionMapper(value = ConstraintViolationException.class, priority = BEFORE_LIBRARIES)
    public Response violations(ConstraintViolationException e) {
        List<FieldError> errors = e.getConstraintViolations().stream()
                .map(InvalidInput::error)
                .sorted(Comparator.comparing(FieldError::toString))
                .toList();
        return Problems.badRequest(errors).toResponse();
    }

    @ServerExceptionMapper(value = UnrecognizedPropertyException.class, priority = BEFORE_LIBRARIES)
    public Response unknownProperty(UnrecognizedPropertyException e) {
        return refuse(e, "Unknown property '%s'.".formatted(e.getPropertyName()));
    }

    @ServerExceptionMapper(value = InvalidFormatException.class, priority = BEFORE_LIBRARIES)
    public Response invalidFormat(InvalidFormatException e) {
        return refuse(e, "'%s' is not %s.".formatted(e.getValue(), describe(e.getTargetType())));
    }

    @ServerExceptionMapper(value = MismatchedInputException.class, priority = BEFORE_LIBRARIES)
    public Response mismatched(MismatchedInputException e) {
        return refuse(e, "Expected %s.".formatted(describe(e.getTargetType())));
    }

    @ServerExceptionMapper(value = UnstorableText.class, priority = BEFORE_LIBRARIES)
    public Response unstorable(UnstorableText e) {
        return refuse(e, Storable.MESSAGE);
    }

    @ServerExceptionMapper(value = JsonMappingException.class, priority = BEFORE_LIBRARIES)
    public Response mapping(JsonMappingException e) {
        return refuse(e, "This value cannot be read.");
    }

    @ServerExceptionMapper(value = JsonProcessingException.class, priority = BEFORE_LIBRARIES)
    public Response unparsable(JsonProcessingException e) {
        return refuse(e);
    }

    static Response refuse(JsonProcessingException e) {
        var at = e.getLocation();
        String where = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
        return Problems.badRequest(FieldError.body("", "The body is not JSON" + where + "."))
                .toResponse();
    }

    private static Response refuse(JsonMappingException e, String detail) {
        return Problems.badRequest(FieldError.body(pointer(e), detail)).toResponse();
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() != null ? escape(step.getFieldName()) : "" + step.getIndex())
                .map(step -> "/" + step)
                .collect(Collectors.joining());
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        String parameter = "";
        for (Path.Node step : violation.getPropertyPath()) {
            if (step.getKind() == ElementKind.PARAMETER) {
                parameter = step.getName();
            } else if (step.getKind() == ElementKind.PROPERTY || step.getKind() == ElementKind.CONTAINER_ELEMENT) {
                append(pointer, step);
            }
        }
        if (violation.getLeafBean() instanceof ParameterBean) {
            return FieldError.query(pointer.substring(1), violation.getMessage());
        }
        return parameter.equals(BODY)
                ? FieldError.body(pointer.toString(), violation.getMessage())
                : FieldError.query(parameter, violation.getMessage());
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
