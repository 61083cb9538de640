package io.fairlead.job.project;

import io.fairlead.core.identity.Caller;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.identity.VesselScope;
import io.fairlead.core.problem.Problems;

/**
 * In whose name something is done: a caller, or whoever wrote down what a trigger does.
 *
 * @param subject the token's subject
 * @param name what a person would recognise
 * @param admin whether all projects are theirs to see
 * @param scope the vessels that the token speaks for
 */
public record Person(String subject, String name, boolean admin, VesselScope scope) {

    public static Person of(Caller caller) {
        return new Person(
                caller.subject(),
                caller.name(),
                caller.hasRole(Roles.ADMIN),
                new VesselScope(caller.readableVessels()));
    }

    /** The vessels to which the token is limited, as the database takes them; null for the whole fleet. */
    public String[] vessels() {
        return scope.vessels().map(codes -> codes.toArray(String[]::new)).orElse(null);
    }

    /**
     * Passes if this vessel's data may be read.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 if not
     */
    public void requireRead(String vessel) {
        if (!scope.mayRead(vessel)) {
            throw Problems.forbidden("This token does not speak for vessel " + vessel + ".");
        }
    }
}
