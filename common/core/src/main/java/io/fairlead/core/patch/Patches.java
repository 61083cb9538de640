package io.fairlead.core.patch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;

/** Applies a merge patch to what can be changed of a thing and holds the result against the rules of a new one. */
@ApplicationScoped
public class Patches {

    private final ObjectMapper json;
    private final Validator validator;

    Patches(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * What a thing becomes.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming each field that the patch makes wrong
     */
    public <T> T apply(T current, JsonNode patch) {
        if (!patch.isObject()) {
            throw Problems.badRequest(FieldError.body("", "A merge patch is an object."));
        }
        try {
            @SuppressWarnings("unchecked")
            Class<T> type = (Class<T>) current.getClass();
            T result = json.treeToValue(MergePatch.apply(json.valueToTree(current), patch), type);
            requireValid(result);
            return result;
        } catch (JsonProcessingException e) {
            throw Patches.<RuntimeException>unchecked(e);
        }
    }

    /** The rules that a value breaks, each with the pointer of its field. */
    public <T> List<FieldError> errors(T value) {
        return validator.validate(value).stream()
                .map(violation -> FieldError.body(pointer(violation), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::pointer))
                .toList();
    }

    private <T> void requireValid(T value) {
        List<FieldError> errors = errors(value);
        if (!errors.isEmpty()) {
            throw Problems.badRequest(errors);
        }
    }

    private static String pointer(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node step : violation.getPropertyPath()) {
            if (step.getIndex() != null) {
                pointer.append('/').append(step.getIndex());
            }
            if (step.getName() != null && !step.getName().startsWith("<")) {
                pointer.append('/').append(step.getName());
            }
        }
        return pointer.toString();
    }

    /** Passes what the JSON reader refuses on as it is: there it is turned into a problem that names the field. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> E unchecked(Exception e) throws E {
        throw (E) e;
    }
}
