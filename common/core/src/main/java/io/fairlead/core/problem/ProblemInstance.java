package io.fairlead.core.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.net.URI;
import java.net.URISyntaxException;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Names the request in a problem's {@code instance} as it was sent: a URI reference, so percent-encoded. */
public class ProblemInstance {

    @ServerResponseFilter
    public void name(HttpServerRequest request, ContainerResponseContext response) {
        if (response.getEntity() instanceof HttpProblem problem) {
            response.setEntity(HttpProblem.builder(problem)
                    .withInstance(written(request.path()))
                    .build());
        }
    }

    /** The library writes an instance's decoded path; this one decodes to the path as it was sent. */
    private static URI written(String path) {
        try {
            return new URI(null, null, path, null);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
