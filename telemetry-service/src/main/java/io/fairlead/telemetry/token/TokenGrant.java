package io.fairlead.telemetry.token;

import io.fairlead.core.Computation;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a new token may do: never more than whoever makes it.
 *
 * @param scopes its roles
 * @param vessels the vessels that it speaks for, or null for the whole fleet
 * @param refused what was asked for and is beyond the caller's own rights; empty when all is granted
 */
@Computation
record TokenGrant(List<String> scopes, List<String> vessels, List<FieldError> refused) {

    /**
     * Holds a wish against the caller's rights.
     *
     * @param hasRole the caller's roles
     * @param ownVessels the vessels that the caller speaks for; empty when its token has no such claim
     */
    static TokenGrant of(NewAccessToken wish, Predicate<String> hasRole, Optional<Set<String>> ownVessels) {
        List<FieldError> refused = new ArrayList<>();
        List<String> scopes =
                wish.scopes().stream().map(TokenScope::toString).distinct().toList();
        for (int i = 0; i < wish.scopes().size(); i++) {
            String scope = wish.scopes().get(i).toString();
            if (!hasRole.test(scope)) {
                refused.add(FieldError.body("/scopes/" + i, "You do not have the role " + scope + "."));
            }
        }
        refuseForeign(wish, ownVessels, refused);
        List<String> vessels = wish.vessels() != null
                ? wish.vessels().stream().distinct().sorted().toList()
                : ownVessels.map(codes -> codes.stream().sorted().toList()).orElse(null);
        if (wish.vessels() != null && scopes.contains(Roles.ADMIN)) {
            refused.add(FieldError.body("/vessels", "A token with the scope admin speaks for the whole fleet."));
        }
        if (scopes.contains(Roles.INGEST)) {
            refuseWriting(vessels, ownVessels.isPresent() || hasRole.test(Roles.ADMIN), refused);
        }
        return new TokenGrant(scopes, vessels, refused);
    }

    private static void refuseForeign(NewAccessToken wish, Optional<Set<String>> ownVessels, List<FieldError> refused) {
        if (wish.vessels() == null || ownVessels.isEmpty()) {
            return;
        }
        for (int i = 0; i < wish.vessels().size(); i++) {
            String vessel = wish.vessels().get(i);
            if (!ownVessels.get().contains(vessel)) {
                refused.add(FieldError.body("/vessels/" + i, "You do not speak for vessel " + vessel + "."));
            }
        }
    }

    /** A caller without the claim reads the whole fleet and writes for no vessel: a list of vessels must not add that. */
    private static void refuseWriting(List<String> vessels, boolean mayWrite, List<FieldError> refused) {
        if (!mayWrite) {
            refused.add(FieldError.body("/scopes", "You may write for no vessel, so no token of yours may."));
        } else if (vessels == null) {
            refused.add(FieldError.body("/vessels", "A token with the scope ingest names its vessels."));
        }
    }
}
