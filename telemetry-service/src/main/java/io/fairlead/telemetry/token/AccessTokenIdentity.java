package io.fairlead.telemetry.token;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives whoever brings a good token the identity of its owner, with the token's roles and vessels. */
@ApplicationScoped
class AccessTokenIdentity implements IdentityProvider<AccessTokenRequest> {

    private final TokenVerifier tokens;

    AccessTokenIdentity(TokenVerifier tokens) {
        this.tokens = tokens;
    }

    @Override
    public Class<AccessTokenRequest> getRequestType() {
        return AccessTokenRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(AccessTokenRequest request, AuthenticationRequestContext context) {
        return tokens.verify(request.secret()).map(bearer -> bearer.map(AccessTokenIdentity::identity)
                .orElseThrow(() -> new AuthenticationFailedException("no such token, or no longer")));
    }

    private static SecurityIdentity identity(TokenVerifier.Bearer bearer) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new TokenPrincipal(bearer))
                .addRoles(bearer.roles())
                .build();
    }
}
