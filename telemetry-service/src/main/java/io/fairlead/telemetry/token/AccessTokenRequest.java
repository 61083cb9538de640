package io.fairlead.telemetry.token;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** The wish to come in with a personal access token. */
final class AccessTokenRequest extends BaseAuthenticationRequest {

    private final String secret;

    AccessTokenRequest(String secret) {
        this.secret = secret;
    }

    String secret() {
        return secret;
    }
}
