package io.fairlead.relay.cache;

import io.fairlead.core.Computation;
import io.fairlead.relay.upstream.HeaderFields;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a shared cache may keep and for how long it may use it (RFC 9111), and when something stale is better than an
 * error (RFC 5861).
 *
 * @param defaultFreshness how long a response is fresh that does not say so itself
 * @param staleIfError how long a stale response may stand in for a failing upstream, unless it says so itself
 */
@Computation
public record CacheRules(Duration defaultFreshness, Duration staleIfError) {

    private static final Set<Integer> HEURISTICALLY_CACHEABLE =
            Set.of(200, 203, 204, 300, 301, 308, 404, 405, 410, 414, 501);
    private static final Set<Integer> PARTIAL_OR_CONDITIONAL = Set.of(206, 304);
    private static final Set<Integer> ERRORS = Set.of(500, 502, 503, 504);
    private static final Duration LONGEST_HEURISTIC = Duration.ofDays(1);

    /** Whether a response may be kept and given to others than the one who asked. */
    public boolean storable(int status, HeaderFields headers) {
        CacheControl control = control(headers);
        if (status < 200 || PARTIAL_OR_CONDITIONAL.contains(status)) {
            return false;
        }
        if (control.has("no-store") || control.has("private") || variesOnAll(headers)) {
            return false;
        }
        return HEURISTICALLY_CACHEABLE.contains(status)
                || control.has("public")
                || control.has("max-age")
                || control.has("s-maxage")
                || headers.first("Expires").isPresent();
    }

    /** How old a response is: what it says itself, its time on the way, and its time with us (RFC 9111, 4.2.3). */
    public Duration age(StoredResponse response, Instant now) {
        Duration apparent = date(response.headers(), "Date")
                .map(date -> Duration.between(date, response.receivedAt()))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
        Duration told = CacheControl.parse(
                        "age=" + response.headers().first("Age").orElse("0").trim())
                .seconds("age")
                .orElse(Duration.ZERO)
                .plus(Duration.between(response.requestedAt(), response.receivedAt()));
        Duration initial = apparent.compareTo(told) > 0 ? apparent : told;
        return initial.plus(Duration.between(response.receivedAt(), now));
    }

    /** For how long after its making a response is fresh (RFC 9111, 4.2.1 and 4.2.2). */
    public Duration lifetime(StoredResponse response) {
        HeaderFields headers = response.headers();
        CacheControl control = control(headers);
        if (control.has("no-cache")) {
            return Duration.ZERO;
        }
        return control.seconds("s-maxage")
                .or(() -> control.seconds("max-age"))
                .or(() -> headers.first("Expires").map(expires -> untilExpiry(response)))
                .orElseGet(() -> heuristic(response));
    }

    /** Whether a response may be used without asking the upstream. */
    public boolean fresh(StoredResponse response, Instant now) {
        return lifetime(response).compareTo(age(response, now)) > 0;
    }

    /** When a response ceases to be fresh. */
    public Instant freshUntil(StoredResponse response) {
        return response.receivedAt().plus(lifetime(response)).minus(age(response, response.receivedAt()));
    }

    /** Whether a stale response may stand in for an upstream that fails now. */
    public boolean usableOnError(StoredResponse response, Instant now) {
        CacheControl control = control(response.headers());
        boolean forbidden = control.has("must-revalidate")
                || control.has("proxy-revalidate")
                || control.has("s-maxage")
                || control.has("no-cache");
        Duration allowed = control.seconds("stale-if-error").orElse(staleIfError);
        Duration staleness = age(response, now).minus(lifetime(response));
        return !forbidden && staleness.compareTo(allowed) <= 0;
    }

    /** Whether a status says that the upstream itself is in trouble. */
    public boolean failure(int status) {
        return ERRORS.contains(status);
    }

    private Duration heuristic(StoredResponse response) {
        if (!HEURISTICALLY_CACHEABLE.contains(response.status())
                && !control(response.headers()).has("public")) {
            return Duration.ZERO;
        }
        Instant made = date(response.headers(), "Date").orElse(response.receivedAt());
        return date(response.headers(), "Last-Modified")
                .map(modified -> Duration.between(modified, made).dividedBy(10))
                .filter(tenth -> !tenth.isNegative())
                .map(tenth -> tenth.compareTo(LONGEST_HEURISTIC) > 0 ? LONGEST_HEURISTIC : tenth)
                .orElse(defaultFreshness);
    }

    private static Duration untilExpiry(StoredResponse response) {
        Instant made = date(response.headers(), "Date").orElse(response.receivedAt());
        return date(response.headers(), "Expires")
                .map(expires -> Duration.between(made, expires))
                .filter(rest -> !rest.isNegative())
                .orElse(Duration.ZERO);
    }

    private static boolean variesOnAll(HeaderFields headers) {
        return List.of(headers.joined("Vary").trim().split("\\s*,\\s*")).contains("*");
    }

    private static CacheControl control(HeaderFields headers) {
        return CacheControl.parse(headers.joined("Cache-Control"));
    }

    private static Optional<Instant> date(HeaderFields headers, String name) {
        try {
            return headers.first(name)
                    .map(value -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value.trim())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
