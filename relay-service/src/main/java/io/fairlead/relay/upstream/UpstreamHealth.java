package io.fairlead.relay.upstream;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What an instance knows of an upstream's state: it is left alone as long as it asks for that itself (Retry-After), and
 * for a moment after several failures in a row; then one request tries whether it is back.
 */
final class UpstreamHealth {

    private static final int MANY_FAILURES = 5;
    private static final Duration REST = Duration.ofSeconds(5);
    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private Instant restsUntil = Instant.MIN;
    private Instant toldAt = Instant.MIN;
    private boolean told;
    private int failures;

    /** For how long it is left alone, for who only looks on. */
    synchronized Duration resting(Instant now) {
        return restsUntil.isAfter(now) ? Duration.between(now, restsUntil) : Duration.ZERO;
    }

    /** For how long it is to be left alone; zero when it may be asked, and then the caller is taken to ask it. */
    synchronized Duration rest(Instant now) {
        Duration resting = resting(now);
        if (!resting.isZero()) {
            return resting;
        }
        if (failures >= MANY_FAILURES) {
            // Until this one has an answer, the others wait.
            restsUntil = now.plus(jittered());
        }
        return Duration.ZERO;
    }

    /** It answered; says whether that is worth a line, as it was told that it did not. */
    synchronized boolean answered() {
        boolean news = told;
        told = false;
        if (failures >= MANY_FAILURES) {
            restsUntil = Instant.MIN;
        }
        failures = 0;
        return news;
    }

    /** It failed; says whether that is worth a line: thousands may be waiting, and it may come and go. */
    synchronized boolean failed(Instant now) {
        failures++;
        if (failures >= MANY_FAILURES) {
            restsUntil = now.plus(jittered());
        }
        boolean news = !toldAt.plus(QUIET).isAfter(now);
        toldAt = news ? now : toldAt;
        told |= news;
        return news;
    }

    /** It wants to be left alone for so long, of which it gets at most {@link #capped}. */
    synchronized void askedForRest(Duration rest, Instant now) {
        Instant until = now.plus(capped(rest));
        restsUntil = until.isAfter(restsUntil) ? until : restsUntil;
    }

    /** What is granted of a rest that was asked for. */
    static Duration capped(Duration rest) {
        return rest.compareTo(LONGEST) > 0 ? LONGEST : rest;
    }

    private static Duration jittered() {
        long millis = REST.toMillis();
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis / 2, millis));
    }
}
