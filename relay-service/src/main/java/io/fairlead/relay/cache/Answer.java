package io.fairlead.relay.cache;

import io.fairlead.core.Computation;
import java.time.Duration;
import java.time.Instant;

/**
 * What the cache has for a caller.
 *
 * @param response the response
 * @param age how old it is
 * @param status how the cache came by it
 * @param shareable whether it may also answer those who waited for the same
 */
@Computation
public record Answer(StoredResponse response, Duration age, CacheStatus status, boolean shareable) {

    static Answer hit(StoredResponse response, String tier, CacheRules rules, Instant now) {
        Duration age = rules.age(response, now);
        return new Answer(
                response, age, CacheStatus.hit(rules.lifetime(response).minus(age), tier), true);
    }

    static Answer fetched(StoredResponse response, boolean wasKept, boolean storable, CacheRules rules, Instant now) {
        Duration age = rules.age(response, now);
        Duration timeToLive = rules.lifetime(response).minus(age);
        return new Answer(
                response, age, CacheStatus.fetched(wasKept, response.status(), storable, timeToLive), storable);
    }

    static Answer staleOnError(StoredResponse response, int forwardedStatus, CacheRules rules, Instant now) {
        Duration age = rules.age(response, now);
        Duration timeToLive = rules.lifetime(response).minus(age);
        return new Answer(response, age, CacheStatus.staleOnError(forwardedStatus, timeToLive), true);
    }

    Answer collapsed() {
        return new Answer(response, age, status.collapsed(), shareable);
    }
}
