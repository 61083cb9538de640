package io.fairlead.relay.rules;

import io.fairlead.core.Computation;
import io.fairlead.core.http.FieldList;
import io.fairlead.relay.http.CacheControl;
import io.fairlead.relay.http.HeaderFields;
import io.fairlead.relay.http.HttpDate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How old a response is and how old it may get (RFC 9111, 4.2). */
@Computation
public final class Freshness {

    private static final Duration LONGEST_HEURISTIC = Duration.ofDays(1);

    private Freshness() {}

    /** How old a response is: what it says itself, its time on the way, and its time with us (RFC 9111, 4.2.3). */
    public static Duration age(StoredResponse response, Instant now) {
        return initialAge(response).plus(Duration.between(response.receivedAt(), now));
    }

    /** For how long after its making a response is fresh (RFC 9111, 4.2.1 and 4.2.2). */
    public static Duration lifetime(StoredResponse response, CachePolicy policy) {
        ResponseControl control = ResponseControl.of(response.headers());
        if (control.directives().hasUnqualified("no-cache")) {
            return Duration.ZERO;
        }
        return control.maxAge()
                .or(() -> control.targeted() ? Optional.empty() : untilExpiry(response))
                .orElseGet(() -> heuristic(response, control, policy));
    }

    /** Whether a response may be used without asking the upstream, as far as the upstream is concerned. */
    public static boolean fresh(StoredResponse response, CachePolicy policy, Instant now) {
        return lifetime(response, policy).compareTo(age(response, now)) > 0;
    }

    /** When a response ceases to be fresh. */
    public static Instant freshUntil(StoredResponse response, CachePolicy policy) {
        return response.receivedAt().plus(lifetime(response, policy)).minus(initialAge(response));
    }

    /** The time in a field; empty when there is none that can be read. */
    static Optional<Instant> date(HeaderFields headers, String name, Instant now) {
        return headers.first(name).flatMap(value -> HttpDate.parse(value, now));
    }

    private static Duration initialAge(StoredResponse response) {
        Duration apparent = date(response.headers(), "Date", response.receivedAt())
                .map(date -> Duration.between(date, response.receivedAt()))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
        Duration told = told(response.headers()).plus(Duration.between(response.requestedAt(), response.receivedAt()));
        return apparent.compareTo(told) > 0 ? apparent : told;
    }

    /** Of a list the first member counts, and what is no number does not (RFC 9111, 5.1). */
    private static Duration told(HeaderFields headers) {
        return headers.first("Age")
                .flatMap(value -> FieldList.members(value).stream().findFirst())
                .flatMap(CacheControl::wholeNumber)
                .orElse(Duration.ZERO);
    }

    private static Optional<Duration> untilExpiry(StoredResponse response) {
        if (!response.headers().has("Expires")) {
            return Optional.empty();
        }
        Instant made = made(response);
        return Optional.of(date(response.headers(), "Expires", response.receivedAt())
                .map(expires -> Duration.between(made, expires))
                .filter(rest -> !rest.isNegative())
                .orElse(Duration.ZERO));
    }

    private static Duration heuristic(StoredResponse response, ResponseControl control, CachePolicy policy) {
        if (!Storage.heuristicallyCacheable(response.status())
                && !control.directives().has("public")) {
            return Duration.ZERO;
        }
        return date(response.headers(), "Last-Modified", response.receivedAt())
                .map(modified -> Duration.between(modified, made(response)).dividedBy(10))
                .filter(tenth -> !tenth.isNegative())
                .map(tenth -> tenth.compareTo(LONGEST_HEURISTIC) > 0 ? LONGEST_HEURISTIC : tenth)
                .orElse(policy.defaultFreshness());
    }

    private static Instant made(StoredResponse response) {
        return date(response.headers(), "Date", response.receivedAt()).orElse(response.receivedAt());
    }
}
