package io.fairlead.relay.cache;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The right to fetch a key, held by at most one instance. It is a row and not a lock, so that no database connection is
 * held while an upstream takes its time; it ends by itself should its holder die.
 */
@ApplicationScoped
class FetchLease {

    private static final String CLAIM =
            """
            insert into fetch_lease (upstream, path, holder, until) values ($1, $2, $3, $4)
            on conflict (upstream, path) do update set holder = excluded.holder, until = excluded.until
            where fetch_lease.until < $5
            """;
    private static final String RELEASE =
            """
            with released as (delete from fetch_lease where upstream = $1 and path = $2 and holder = $3 returning path)
            select pg_notify('relay_fetched', $1 || $2) from released
            """;

    private final Pool pool;
    private final Clock clock;

    FetchLease(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Takes the right if nobody holds it; says whether it was taken. */
    Uni<Boolean> claim(CacheKey key, UUID holder, Duration atMost) {
        Instant now = clock.instant();
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.tuple()
                        .addString(key.upstream())
                        .addString(key.path())
                        .addUUID(holder)
                        .addOffsetDateTime(ResponseTable.utc(now.plus(atMost)))
                        .addOffsetDateTime(ResponseTable.utc(now)))
                .map(claimed -> claimed.rowCount() == 1);
    }

    /** Gives the right back and wakes those who wait for what was fetched, both when the transaction commits. */
    Uni<Void> release(SqlConnection transaction, CacheKey key, UUID holder) {
        return transaction
                .preparedQuery(RELEASE)
                .execute(Tuple.of(key.upstream(), key.path(), holder))
                .replaceWithVoid();
    }

    /** Gives the right back, nothing having been fetched that others could use. */
    Uni<Void> release(CacheKey key, UUID holder) {
        return pool.withConnection(connection -> release(connection, key, holder));
    }
}
