package io.fairlead.core.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** 401 as a problem, with the challenge that a client needs to know what to bring (RFC 6750). */
public class Unauthorized {

    private static final String CHALLENGE = "Bearer realm=\"fairlead\"";

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = 1)
    public Response missing(UnauthorizedException e) {
        return challenge(CHALLENGE, "This needs an access token.");
    }

    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = 1)
    public Response invalid(AuthenticationFailedException e) {
        return challenge(CHALLENGE + ", error=\"invalid_token\"", "The access token is not valid, or no longer.");
    }

    private static Response challenge(String challenge, String detail) {
        Response problem =
                Problems.of(401, "unauthorized", "Unauthorized", detail).toResponse();
        return Response.fromResponse(problem)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }
}
