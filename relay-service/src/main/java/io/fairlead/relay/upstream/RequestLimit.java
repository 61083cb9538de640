package io.fairlead.relay.upstream;

import java.time.Duration;

/**
 * How often an upstream may be asked, by all instances together.
 *
 * @param perSecond how many requests a second
 * @param burst how many at once after a silence
 * @param patience how long a request waits for its turn at most
 */
public record RequestLimit(double perSecond, int burst, Duration patience) {

    /**
     * How many requests it would let through at once.
     *
     * @param ahead how far ahead of now the next request is due, in seconds; negative after a silence
     * @return at most the burst; below 0 when so many wait already
     */
    double left(double ahead) {
        return Math.min(burst, Math.floor(1 - ahead * perSecond));
    }
}
