package io.fairlead.relay.relay;

import io.fairlead.core.problem.Problems;
import io.fairlead.relay.upstream.Upstream;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Whom an upstream is for, and for which methods. */
@ApplicationScoped
class Admission {

    private final CurrentIdentityAssociation callers;

    Admission(CurrentIdentityAssociation callers) {
        this.callers = callers;
    }

    /** Done when the current caller may use the method; else fails with 401, 403 or 405. */
    Uni<Void> admit(Upstream upstream, String method) {
        if (upstream.access().role().isEmpty()) {
            return allow(upstream, method);
        }
        String role = upstream.access().role().get();
        return callers.getDeferredIdentity().chain(caller -> {
            if (caller.isAnonymous()) {
                return Uni.createFrom().failure(new UnauthorizedException());
            }
            return caller.hasRole(role)
                    ? allow(upstream, method)
                    : Uni.createFrom().failure(new ForbiddenException("The role " + role + " is needed."));
        });
    }

    private static Uni<Void> allow(Upstream upstream, String method) {
        if (upstream.access().methods().contains(method)) {
            return Uni.createFrom().voidItem();
        }
        String allowed =
                String.join(", ", upstream.access().methods().stream().sorted().toList());
        HttpProblem problem = Problems.of(
                405, "method-not-allowed", "Method not allowed", "The upstream is open for " + allowed + " only.");
        return Uni.createFrom()
                .failure(HttpProblem.builder(problem)
                        .withHeader("Allow", allowed)
                        .build());
    }
}
