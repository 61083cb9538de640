package io.fairlead.core.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Names the request in a problem's {@code instance} as it was sent: a URI reference, so percent-encoded. */
public class ProblemInstance {

    @ServerResponseFilter
    public void name(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof HttpProblem problem) {
            URI instance = URI.create(request.getUriInfo().getRequestUri().getRawPath());
            response.setEntity(
                    HttpProblem.builder(problem).withInstance(instance).build());
        }
    }
}
