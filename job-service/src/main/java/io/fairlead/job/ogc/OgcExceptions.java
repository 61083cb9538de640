package io.fairlead.job.ogc;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Gives a problem as plain JSON to clients that accept nothing else: the standard's exceptions have a problem's shape, and
 * its clients ask for {@code application/json}.
 */
public class OgcExceptions {

    private static final MediaType PROBLEM = new MediaType("application", "problem+json");

    @ServerResponseFilter
    public void plain(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof HttpProblem
                && !accepts(request, PROBLEM)
                && accepts(request, MediaType.APPLICATION_JSON_TYPE)) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
    }

    private static boolean accepts(ContainerRequestContext request, MediaType type) {
        List<MediaType> accepted = request.getAcceptableMediaTypes();
        return accepted.stream().anyMatch(range -> range.isCompatible(type));
    }
}
