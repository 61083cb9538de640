package io.fairlead.telemetry.token;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who comes with a personal access token, seen as if it were one of the realm's: the same claims, so that nothing behind
 * the door has to know the difference.
 */
final class TokenPrincipal implements JsonWebToken {

    private final Map<String, Object> claims = new HashMap<>();

    TokenPrincipal(TokenVerifier.Bearer bearer) {
        claims.put("sub", bearer.subject());
        claims.put("preferred_username", bearer.name());
        claims.put("jti", "access-token/" + bearer.id());
        claims.put("exp", bearer.expires().getEpochSecond());
        bearer.vessels().ifPresent(vessels -> claims.put("vessels", vessels));
    }

    @Override
    public String getName() {
        return getClaim("preferred_username");
    }

    @Override
    public Set<String> getClaimNames() {
        return Set.copyOf(claims.keySet());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getClaim(String name) {
        return (T) claims.get(name);
    }
}
