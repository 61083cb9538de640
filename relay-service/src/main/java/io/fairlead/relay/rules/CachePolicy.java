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
 */
@Computation
public record CachePolicy(Duration defaultFreshness, Duration staleIfError, boolean obeysCallers) {}
