package io.fairlead.relay.cache;

import io.fairlead.core.Computation;
import java.time.Duration;

/**
 * How the cache came by an answer, as its {@code Cache-Status} field tells the caller (RFC 9211).
 *
 * @param outcome how it came by it
 * @param forwardedStatus the upstream's status; 0 when it was not asked or did not answer
 * @param stored whether the answer is now kept
 * @param timeToLive for how long it is fresh from now on; negative when it is stale
 * @param detail more, for whoever looks closely: which tier, or why
 */
@Computation
public record CacheStatus(Outcome outcome, int forwardedStatus, boolean stored, Duration timeToLive, String detail) {

    /** The ways to come by an answer. */
    public enum Outcome {
        /** It was kept and fresh. */
        HIT("hit"),
        /** Somebody else's request was under way and its answer served this one too. */
        COLLAPSED("fwd=miss; collapsed"),
        /** Nothing was kept. */
        MISS("fwd=uri-miss"),
        /** What was kept was stale. */
        STALE("fwd=stale");

        private final String parameters;

        Outcome(String parameters) {
            this.parameters = parameters;
        }
    }

    static CacheStatus hit(Duration timeToLive, String tier) {
        return new CacheStatus(Outcome.HIT, 0, false, timeToLive, tier);
    }

    static CacheStatus fetched(boolean wasKept, int status, boolean stored, Duration timeToLive) {
        return new CacheStatus(wasKept ? Outcome.STALE : Outcome.MISS, status, stored, timeToLive, null);
    }

    static CacheStatus staleOnError(int forwardedStatus, Duration timeToLive) {
        return new CacheStatus(Outcome.STALE, forwardedStatus, false, timeToLive, "stale-if-error");
    }

    CacheStatus collapsed() {
        return outcome == Outcome.HIT || detail != null
                ? this
                : new CacheStatus(Outcome.COLLAPSED, forwardedStatus, false, timeToLive, detail);
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
        field.append("; ttl=").append(timeToLive.toSeconds());
        return detail == null
                ? field.toString()
                : field.append("; detail=").append(detail).toString();
    }
}
