package io.fairlead.telemetry.report;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.time.Duration;

/**
 * Tries a transaction again that PostgreSQL chose to end because it and another waited for each other. That can happen
 * when a request brings several vessels: their locks are taken one vessel after the other.
 */
final class Deadlock {

    private static final String SQL_STATE = "40P01";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final int MOST_RETRIES = 8;

    private Deadlock() {}

    /** The same transaction, tried again when it was ended so. */
    static <T> Uni<T> retried(Uni<T> transaction) {
        return transaction
                .onFailure(failure -> failure instanceof PgException error && SQL_STATE.equals(error.getSqlState()))
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(MOST_RETRIES);
    }
}
