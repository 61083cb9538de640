package io.fairlead.telemetry.token;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Tells a client that was not let in that Basic authentication would do too: spreadsheets and BI tools send a user name
 * and a password only when they are asked to. Not after a Bearer token, though: a browser would ask its user for a
 * password each time the web app's token ends.
 */
public class BasicChallenge {

    private static final int UNAUTHORIZED = 401;
    private static final String CHALLENGE = "Basic realm=\"fairlead\", charset=\"UTF-8\"";

    @ServerResponseFilter
    public void add(ContainerRequestContext request, ContainerResponseContext response) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (response.getStatus() == UNAUTHORIZED && (header == null || !Credential.isBearer(header))) {
            response.getHeaders().add(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        }
    }
}
