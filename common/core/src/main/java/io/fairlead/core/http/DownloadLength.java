package io.fairlead.core.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says how long a {@link Download} is where none is sent: in the answer to HEAD. */
public class DownloadLength {

    @ServerResponseFilter
    public void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getMethod().equals(HttpMethod.HEAD)
                && response.getEntity() instanceof Download download
                && download.length() >= 0) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, download.length());
        }
    }
}
