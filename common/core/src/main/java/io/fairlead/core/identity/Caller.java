package io.fairlead.core.identity;

import io.fairlead.core.problem.Problems;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is calling, and for which vessels that token speaks. */
@RequestScoped
public class Caller {

    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final SecurityIdentity identity;
    private final Clock clock;

    Caller(SecurityIdentity identity, Clock clock) {
        this.identity = identity;
        this.clock = clock;
    }

    /** The token's subject, stable for one person or service; {@code anonymous} without a token. */
    public String subject() {
        return identity.getPrincipal() instanceof JsonWebToken token ? TokenClaims.subject(token) : name();
    }

    /** The name a person would recognise: the preferred user name or the client's id. */
    public String name() {
        return identity.isAnonymous() ? "anonymous" : identity.getPrincipal().getName();
    }

    /** When the token expires; empty without one. What outlives a request ends then. */
    public Optional<Instant> expiresAt() {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getExpirationTime() > 0
                ? Optional.of(Instant.ofEpochSecond(token.getExpirationTime()))
                : Optional.empty();
    }

    /** For how long to tell the caller something: as long as is asked for, but until the token expires at the latest. */
    public Duration goodFor(Duration asked) {
        Duration token =
                expiresAt().map(end -> Duration.between(clock.instant(), end)).orElse(asked);
        Duration shorter = asked.compareTo(token) < 0 ? asked : token;
        return shorter.compareTo(SHORTEST) < 0 ? SHORTEST : shorter;
    }

    /** Whether the token carries a role, see {@link Roles}. */
    public boolean hasRole(String role) {
        return identity.hasRole(role);
    }

    /** The vessels that the caller may read; empty for the whole fleet. */
    public Optional<Set<String>> readableVessels() {
        return scope().vessels();
    }

    /** Whether the caller may read this vessel's data. */
    public boolean mayRead(String vessel) {
        return scope().mayRead(vessel);
    }

    /**
     * Passes if the caller may read this vessel's data.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 if not
     */
    public void requireRead(String vessel) {
        if (!mayRead(vessel)) {
            throw Problems.forbidden("This token does not speak for vessel " + vessel + ".");
        }
    }

    /**
     * Passes if the caller may write this vessel's readings: its token lists the vessel, or it is an administrator.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 if not
     */
    public void requireWrite(String vessel) {
        if (!scope().mayWrite(vessel) && !hasRole(Roles.ADMIN)) {
            throw Problems.forbidden("This token does not speak for vessel " + vessel + ".");
        }
    }

    private VesselScope scope() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? TokenClaims.vessels(token)
                : VesselScope.of(null);
    }
}
