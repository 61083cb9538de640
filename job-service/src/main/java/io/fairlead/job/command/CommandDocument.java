package io.fairlead.job.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.core.inbox.BadEvent;
import io.fairlead.core.problem.BodyErrors;
import io.fairlead.core.problem.FieldError;
import io.fairlead.job.job.JobRequest;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Reads a command's data as the body of the same request is read: strictly. */
@ApplicationScoped
class CommandDocument {

    private final ObjectMapper json;
    private final Validator validator;

    CommandDocument(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * What is asked for.
     *
     * @throws BadEvent naming each field that is wrong
     */
    JobRequest read(byte[] data) {
        try {
            JobRequest request = data == null ? null : json.readValue(data, JobRequest.class);
            if (request == null) {
                throw new BadEvent("The command has no data.");
            }
            List<FieldError> errors = BodyErrors.of(validator.validate(request));
            if (!errors.isEmpty()) {
                throw refused(errors);
            }
            return request;
        } catch (JsonProcessingException e) {
            throw refused(List.of(BodyErrors.of(e)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Why a command cannot be done, from what a request would be answered. */
    static BadEvent refused(HttpProblem problem) {
        return problem.getParameters().get("errors") instanceof List<?> errors && !errors.isEmpty()
                ? refused(errors.stream().map(FieldError.class::cast).toList())
                : new BadEvent(problem.getDetail());
    }

    private static BadEvent refused(List<FieldError> errors) {
        return new BadEvent(errors.stream()
                .map(error -> error.pointer() + ": " + error.detail())
                .collect(Collectors.joining("; ")));
    }
}
