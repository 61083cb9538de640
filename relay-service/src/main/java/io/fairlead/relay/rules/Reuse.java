package io.fairlead.relay.rules;

import io.fairlead.core.Computation;
import io.fairlead.relay.http.CacheControl;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** What may be done with a kept response that a request selects (RFC 9111, 4). */
@Computation
public enum Reuse {
    /** It is used. */
    FRESH,
    /** It is used although it is stale, as the caller does not mind. */
    STALE,
    /** It is used although it is stale, and the upstream is asked meanwhile (RFC 5861, 3). */
    STALE_WHILE_REVALIDATING,
    /** The upstream is asked first. */
    VALIDATE;

    private static final Set<Integer> FAILURES = Set.of(429, 500, 502, 503, 504);

    /** What may be done with it now. */
    public static Reuse of(StoredResponse response, RequestHead request, CachePolicy policy, Instant now) {
        CacheControl asked = policy.obeysCallers() ? request.control() : CacheControl.parse("");
        Duration age = Freshness.age(response, now);
        Duration lifetime = Freshness.lifetime(response, policy);
        if (asked.has("no-cache") || tooOld(age, lifetime, asked)) {
            return VALIDATE;
        }
        if (lifetime.compareTo(age) > 0) {
            return FRESH;
        }
        ResponseControl control = ResponseControl.of(response.headers());
        if (control.forbidsStale()) {
            return VALIDATE;
        }
        Duration staleness = age.minus(lifetime);
        if (asked.has("max-stale") && (asked.hasUnqualified("max-stale") || within(staleness, asked, "max-stale"))) {
            return STALE;
        }
        return within(staleness, control.directives(), "stale-while-revalidate") ? STALE_WHILE_REVALIDATING : VALIDATE;
    }

    /** Whether a response that would have to be validated may be used as it is, the upstream having failed (RFC 5861, 4). */
    public static boolean onError(StoredResponse response, RequestHead request, CachePolicy policy, Instant now) {
        ResponseControl control = ResponseControl.of(response.headers());
        if (control.forbidsStale()
                || (policy.obeysCallers() && request.control().has("no-cache"))) {
            return false;
        }
        Duration staleness = Freshness.age(response, now).minus(Freshness.lifetime(response, policy));
        Duration allowed = control.directives().seconds("stale-if-error").orElse(policy.staleIfError());
        return staleness.compareTo(allowed) <= 0
                || (policy.obeysCallers() && within(staleness, request.control(), "stale-if-error"));
    }

    /** Whether a status says that the upstream itself is in trouble, or will not be asked. */
    public static boolean failure(int status) {
        return FAILURES.contains(status);
    }

    private static boolean tooOld(Duration age, Duration lifetime, CacheControl asked) {
        boolean older =
                asked.seconds("max-age").filter(most -> age.compareTo(most) > 0).isPresent() && !asked.has("max-stale");
        boolean sooner = asked.seconds("min-fresh")
                .filter(least -> lifetime.minus(age).compareTo(least) < 0)
                .isPresent();
        return older || sooner;
    }

    private static boolean within(Duration staleness, CacheControl control, String directive) {
        return control.seconds(directive)
                .filter(allowed -> staleness.compareTo(allowed) <= 0)
                .isPresent();
    }
}
