package io.fairlead.relay.relay;

import io.fairlead.core.problem.Problems;
import io.fairlead.relay.rules.RequestHead;
import io.fairlead.relay.upstream.Upstream;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Whom an upstream is for, for which methods and paths. */
@ApplicationScoped
class Admission {

    private final CurrentIdentityAssociation callers;

    Admission(CurrentIdentityAssociation callers) {
        this.callers = callers;
    }

    /** Done when the current caller may make the request; else fails with 401, 403 or 405. */
    Uni<Void> admit(Upstream upstream, RequestHead request) {
        if (upstream.access().role().isEmpty()) {
            return allow(upstream, request);
        }
        String role = upstream.access().role().get();
        return callers.getDeferredIdentity().chain(caller -> {
            if (caller.isAnonymous()) {
                return Uni.createFrom().failure(new UnauthorizedException());
            }
            return caller.hasRole(role)
                    ? allow(upstream, request)
                    : Uni.createFrom().failure(new ForbiddenException("The role " + role + " is needed."));
        });
    }

    private static Uni<Void> allow(Upstream upstream, RequestHead request) {
        if (!upstream.access().allows(request.path())) {
            String allowed = list(upstream.access().paths());
            return Uni.createFrom()
                    .failure(Problems.of(
                            403,
                            "path-not-allowed",
                            "Path not allowed",
                            "The upstream is open for " + allowed + " and below only, not for " + request.path()));
        }
        if (upstream.access().methods().contains(request.method())) {
            return Uni.createFrom().voidItem();
        }
        String allowed = list(upstream.access().methods());
        HttpProblem problem = Problems.of(
                405, "method-not-allowed", "Method not allowed", "The upstream is open for " + allowed + " only.");
        return Uni.createFrom()
                .failure(HttpProblem.builder(problem)
                        .withHeader("Allow", allowed)
                        .build());
    }

    private static String list(Set<String> allowed) {
        return String.join(", ", allowed.stream().sorted().toList());
    }
}
