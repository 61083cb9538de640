package io.fairlead.fleet.assignment;

import io.fairlead.core.problem.FieldError;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.List;

/** 404 for a selection: something that it names is not there, or the caller may not see it; each is named. */
final class MissingProblem {

    private static final int NOT_FOUND = 404;

    private MissingProblem() {}

    static HttpProblem of(String parameter, List<String> missing) {
        List<FieldError> errors = missing.stream()
                .map(name -> FieldError.query(parameter, "There is no " + parameter + " " + name + "."))
                .toList();
        return HttpProblem.builder()
                .withType(URI.create("/problems/not-found"))
                .withTitle("Not found")
                .withStatus(NOT_FOUND)
                .withDetail(errors.size() == 1 ? errors.get(0).detail() : errors.size() + " are not there.")
                .with("errors", errors)
                .build();
    }
}
