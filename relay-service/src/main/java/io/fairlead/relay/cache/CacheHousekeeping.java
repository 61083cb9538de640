package io.fairlead.relay.cache;

import io.fairlead.core.rows.Rows;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Keeps the database tier small: forgets what is old, and the oldest of what is too much. */
@ApplicationScoped
class CacheHousekeeping {

    private static final Duration LONGEST_FETCH = Duration.ofHours(1);
    private static final String OLD = "delete from response where received_at < $1";
    private static final String TOO_MUCH =
            """
            delete from response where (upstream, path, variant) in (
                select upstream, path, variant from response
                order by received_at desc, upstream, path, variant offset $1)
            """;
    private static final String ABANDONED = "delete from fetch_lease where until < $1";
    private static final String PAST_PURGES = "delete from purge where at < $1";

    private final Pool pool;
    private final Clock clock;
    private final CacheSettings settings;

    CacheHousekeeping(Pool pool, Clock clock, CacheSettings settings) {
        this.pool = pool;
        this.clock = clock;
        this.settings = settings;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        Instant now = clock.instant();
        return delete(OLD, before(now, settings.retention()))
                .chain(() -> delete(TOO_MUCH, Tuple.of(settings.rows())))
                .chain(() -> delete(ABANDONED, before(now, LONGEST_FETCH)))
                .chain(() -> delete(PAST_PURGES, before(now, LONGEST_FETCH)));
    }

    private static Tuple before(Instant now, Duration past) {
        return Tuple.of(Rows.utc(now.minus(past)));
    }

    private Uni<Void> delete(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).replaceWithVoid();
    }
}
