package io.fairlead.telemetry.kafka;

import io.fairlead.core.inbox.BadEvent;
import io.fairlead.core.problem.FieldError;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;

/** A record that can never be kept, however often it is delivered; {@code telemetry.rejected} tells why. */
class RefusedRecord extends BadEvent {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    RefusedRecord(String reason) {
        this(reason, List.of());
    }

    private RefusedRecord(String reason, List<FieldError> errors) {
        super(reason);
        this.errors = errors;
    }

    /** What the doors' common rules refuse. */
    @SuppressWarnings("unchecked")
    static RefusedRecord of(HttpProblem problem) {
        Object errors = problem.getParameters().get("errors");
        return new RefusedRecord(problem.getDetail(), errors == null ? List.of() : (List<FieldError>) errors);
    }

    /** What is wrong with each field; empty when the record as a whole is. */
    List<FieldError> errors() {
        return errors;
    }
}
