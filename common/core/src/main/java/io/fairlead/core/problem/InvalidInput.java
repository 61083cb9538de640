package io.fairlead.core.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.fairlead.core.json.UnstorableValue;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
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
        return refuse(e);
    }

    @ServerExceptionMapper(value = InvalidFormatException.class, priority = BEFORE_LIBRARIES)
    public Response invalidFormat(InvalidFormatException e) {
        return refuse(e);
    }

    @ServerExceptionMapper(value = MismatchedInputException.class, priority = BEFORE_LIBRARIES)
    public Response mismatched(MismatchedInputException e) {
        return refuse(e);
    }

    @ServerExceptionMapper(value = UnstorableValue.class, priority = BEFORE_LIBRARIES)
    public Response unstorable(UnstorableValue e) {
        return refuse(e);
    }

    @ServerExceptionMapper(value = JsonMappingException.class, priority = BEFORE_LIBRARIES)
    public Response mapping(JsonMappingException e) {
        return refuse(e);
    }

    @ServerExceptionMapper(value = JsonProcessingException.class, priority = BEFORE_LIBRARIES)
    public Response unparsable(JsonProcessingException e) {
        return refuse(e);
    }

    static Response refuse(JsonProcessingException e) {
        return Problems.badRequest(BodyErrors.of(e)).toResponse();
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        String pointer = BodyErrors.pointer(violation.getPropertyPath());
        String parameter = "";
        for (Path.Node step : violation.getPropertyPath()) {
            if (step.getKind() == ElementKind.PARAMETER) {
                parameter = step.getName();
            }
        }
        if (violation.getLeafBean() instanceof ParameterBean) {
            return FieldError.query(pointer.substring(1), violation.getMessage());
        }
        return parameter.equals(BODY)
                ? FieldError.body(pointer, violation.getMessage())
                : FieldError.query(parameter, violation.getMessage());
    }
}
