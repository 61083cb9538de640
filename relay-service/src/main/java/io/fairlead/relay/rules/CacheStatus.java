package io.fairlead.relay.rules;

import io.fairlead.core.Computation;
import java.time.Duration;

/**
 * How the cache came by an answer, as its {@code Cache-Status} field tells the caller (RFC 9211).
 *
 * @param outcome how it came by it
 * @param forwardedStatus the upstream's status; 0 when it was not asked or did not answer
 * @param stored whether the answer is now kept
 * @param timeToLive for how long it is fresh from now on, negative when it is stale; null where that means nothing
 * @param detail more, for whoever looks closely: which tier, or why; null when there is nothing to say
 */
@Computation
public record CacheStatus(Outcome outcome, int forwardedStatus, boolean stored, Duration timeToLive, String detail) {

    /** The ways to come by an answer. */
    public enum Outcome {
        /** It was kept and could be used. */
        HIT("hit"),
        /** Somebody else's request was under way and its answer served this one too. */
        COLLAPSED("fwd=miss; collapsed"),
        /** Nothing was kept. */
        MISS("fwd=uri-miss"),
        /** Something was kept, but not for a request like this. */
        VARY_MISS("fwd=vary-miss"),
        /** What was kept was stale. */
        STALE("fwd=stale"),
        /** What was kept was fresh, but the request asked for more. */
        REQUEST("fwd=request"),
        /** It is a method whose answers are not kept. */
        METHOD("fwd=method"),
        /** It is known that what is there is not kept. */
        BYPASS("fwd=bypass");

        private final String parameters;

        Outcome(String parameters) {
            this.parameters = parameters;
        }
    }

    /** It was kept. */
    public static CacheStatus hit(Duration timeToLive, String detail) {
        return new CacheStatus(Outcome.HIT, 0, false, timeToLive, detail);
    }

    /** The upstream answered. */
    public static CacheStatus forwarded(Outcome outcome, int status) {
        return new CacheStatus(outcome, status, false, null, null);
    }

    /** The upstream answered, and that is kept. */
    public CacheStatus kept(Duration timeToLive) {
        return new CacheStatus(outcome, forwardedStatus, true, timeToLive, detail);
    }

    /** The upstream failed, and what was kept is better than nothing. */
    public static CacheStatus staleOnError(int forwardedStatus, Duration timeToLive) {
        return new CacheStatus(Outcome.STALE, forwardedStatus, false, timeToLive, "stale-if-error");
    }

    /** The same for a caller that waited for it. */
    public CacheStatus collapsed() {
        return outcome == Outcome.HIT || detail != null
                ? this
                : new CacheStatus(Outcome.COLLAPSED, forwardedStatus, false, timeToLive, null);
    }

    /** The field's value. */
    public String field() {
        StringBuilder field = new StringBuilder("fairlead; ").append(outcome.parameters);
        if (forwardedStatus > 0) {
            field.append("; fwd-status=").append(forwardedStatus);
        }
        if (stored) {
            field.append("; stored");
        }
        if (timeToLive != null) {
            field.append("; ttl=").append(timeToLive.toSeconds());
        }
        return detail == null
                ? field.toString()
                : field.append("; detail=").append(detail).toString();
    }
}
