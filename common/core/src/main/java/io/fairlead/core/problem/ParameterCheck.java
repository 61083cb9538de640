package io.fairlead.core.problem;

import io.fairlead.core.json.Storable;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a parameter that is given without a value, or more than once where it is asked for once: a filter that is
 * quietly not applied answers another question than the one that was meant. Also one that holds what no text may.
 */
public class ParameterCheck {

    private static final String LAST_EVENT = "Last-Event-ID";

    private final Map<Method, Set<String>> several = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public Response check(ContainerRequestContext request, ResourceInfo resource) {
        if (takesAny(resource)) {
            return null;
        }
        UriInfo uri = request.getUriInfo();
        Set<String> lists = several.computeIfAbsent(resource.getResourceMethod(), ListParameters::of);
        List<FieldError> errors = new ArrayList<>();
        uri.getPathParameters().forEach((name, values) -> add(errors, name, storable(name, values)));
        uri.getQueryParameters().forEach((name, values) -> add(errors, name, query(name, values, lists)));
        String lastEvent = request.getHeaderString(LAST_EVENT);
        if (lastEvent != null && lastEvent.isBlank()) {
            add(errors, LAST_EVENT, "must not be empty");
        }
        return errors.isEmpty() ? null : Problems.badRequest(errors).toResponse();
    }

    private static boolean takesAny(ResourceInfo resource) {
        return resource.getResourceMethod().isAnnotationPresent(AnyQuery.class)
                || resource.getResourceClass().isAnnotationPresent(AnyQuery.class);
    }

    private static String query(String name, List<String> values, Set<String> lists) {
        if (values.contains("")) {
            return "must not be empty";
        }
        return values.size() > 1 && !lists.contains(name) ? "must be given once" : storable(name, values);
    }

    private static String storable(String name, List<String> values) {
        boolean good = Storable.is(name) && values.stream().allMatch(Storable::is);
        return good ? null : Storable.MESSAGE;
    }

    private static void add(List<FieldError> errors, String name, String detail) {
        if (detail != null) {
            errors.add(FieldError.query(name, detail));
        }
    }
}
