package io.fairlead.relay.upstream;

import java.time.Duration;

/**
 * How often an upstream may be asked, by all instances together.
 *
 * @param perSecond how many requests a second
 * @param burst how many at once after a silence
 * @param patience how long a request waits for its turn at most
 */
public record RequestLimit(double perSecond, int burst, Duration patience) {}
