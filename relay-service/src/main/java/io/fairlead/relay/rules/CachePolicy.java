package io.fairlead.relay.rules;

import io.fairlead.core.Computation;
import java.time.Duration;

/**
 * What an upstream's administrator decides where the standard leaves it open.
 *
 * @param defaultFreshness how long a response is fresh that says nothing of it, not even when it was last modified
 * @param staleIfError how long a stale response may stand in for a failing upstream, unless it says so itself
 * @param obeysCallers whether callers may insist on something fresher, or be content with something staler, than what the
 *     upstream asks for (RFC 9111, 5.2.1, which a cache may ignore)
 * @param sharesCookies whether a cookie that comes with what may be kept is kept with it and given to all, as RFC 9111, 3.1,
 *     has it; else it is for the one who asked (7.3 tells why)
 */
@Computation
public record CachePolicy(
        Duration defaultFreshness, Duration staleIfError, boolean obeysCallers, boolean sharesCookies) {

    /** One that shares no cookies. */
    public CachePolicy(Duration defaultFreshness, Duration staleIfError, boolean obeysCallers) {
        this(defaultFreshness, staleIfError, obeysCallers, false);
    }
}
