package io.fairlead.fleet;

import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a parameter that is given without a value, or more than once where it is asked for once: a filter that is
 * quietly not applied answers another question than the one that was meant.
 */
public class QueryCheck {

    private static final Set<String> SEVERAL = Set.of("vessel", "schedule");
    private static final String LAST_EVENT = "Last-Event-ID";

    @ServerRequestFilter
    public Response check(ContainerRequestContext request) {
        List<FieldError> errors = request.getUriInfo().getQueryParameters().entrySet().stream()
                .filter(parameter -> wrong(parameter) != null)
                .map(parameter -> FieldError.query(parameter.getKey(), wrong(parameter)))
                .toList();
        String lastEvent = request.getHeaderString(LAST_EVENT);
        if (lastEvent != null && lastEvent.isBlank()) {
            errors = List.of(FieldError.query(LAST_EVENT, "must not be empty"));
        }
        return errors.isEmpty() ? null : Problems.badRequest(errors).toResponse();
    }

    private static String wrong(Map.Entry<String, List<String>> parameter) {
        if (parameter.getValue().contains("")) {
            return "must not be empty";
        }
        boolean once = !SEVERAL.contains(parameter.getKey());
        return once && parameter.getValue().size() > 1 ? "must be given once" : null;
    }
}
