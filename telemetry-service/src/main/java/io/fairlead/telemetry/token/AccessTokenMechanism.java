package io.fairlead.telemetry.token;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Looks for a personal access token before OpenID Connect looks, and leaves every other credential to it. */
@ApplicationScoped
class AccessTokenMechanism implements HttpAuthenticationMechanism {

    private static final int BEFORE_OPENID_CONNECT = 2 * DEFAULT_PRIORITY;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        return Credential.token(context.request().getHeader(HttpHeaders.AUTHORIZATION))
                .map(secret -> providers.authenticate(new AccessTokenRequest(secret)))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    /** None of its own: {@link BasicChallenge} adds it to the one that every service gives. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(AccessTokenRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom()
                .item(new HttpCredentialTransport(
                        HttpCredentialTransport.Type.OTHER_HEADER, HttpHeaders.AUTHORIZATION.toString(), "fl-pat"));
    }

    @Override
    public int getPriority() {
        return BEFORE_OPENID_CONNECT;
    }
}
