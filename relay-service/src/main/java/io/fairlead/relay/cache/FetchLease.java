package io.fairlead.relay.cache;

import io.fairlead.core.rows.Rows;
import io.fairlead.relay.rules.CacheKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The right to fetch something, held by at most one instance. It is a row and not a lock, so that no database connection
 * is held while an upstream takes its time; it ends by itself should its holder die.
 */
@ApplicationScoped
class FetchLease {

    private static final String CLAIM =
            """
            insert into fetch_lease (upstream, what, holder, until) values ($1, $2, $3, $4)
            on conflict (upstream, what) do update set holder = excluded.holder, until = excluded.until
            where fetch_lease.until < $5
            """;
    private static final String RELEASE =
            """
            with released as (delete from fetch_lease where upstream = $1 and what = $2 and holder = $3 returning what)
            select pg_notify('relay_fetched', $1 || $2) from released
            """;

    private final Pool pool;
    private final Clock clock;

    FetchLease(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * What is to be fetched, and by whom.
     *
     * @param key the upstream and the path
     * @param what tells apart what is fetched under the same path
     * @param holder who
     */
    record Right(CacheKey key, String what, UUID holder) {

        /** A name for it, no longer than what fits into an index and a notification. */
        String name() {
            return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString();
        }

        /** What is told when it is given back. */
        String signal() {
            return key.upstream() + name();
        }
    }

    /** Takes the right if nobody holds it; says whether it was taken. */
    Uni<Boolean> claim(Right right, Duration atMost) {
        Instant now = clock.instant();
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.tuple()
                        .addString(right.key().upstream())
                        .addString(right.name())
                        .addUUID(right.holder())
                        .addOffsetDateTime(Rows.utc(now.plus(atMost)))
                        .addOffsetDateTime(Rows.utc(now)))
                .map(claimed -> claimed.rowCount() == 1);
    }

    /** Gives the right back and wakes those who wait for what was fetched. */
    Uni<Void> release(Right right) {
        return pool.preparedQuery(RELEASE)
                .execute(Tuple.of(right.key().upstream(), right.name(), right.holder()))
                .replaceWithVoid();
    }
}
