package io.fairlead.telemetry.analytics;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.Period;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Forgets results, with their revisions, some time after their period has ended; one that was recorded later than that,
 * the same time after it was recorded. Which names there are stays known.
 */
@ApplicationScoped
class ResultHousekeeping {

    private static final int AT_ONCE = 1_000;
    private static final String FORGET =
            """
            delete from analytics_result where id in (
                select id from analytics_result
                where start_at < $1 and end_at < $1 and recorded_at < $1
                order by start_at limit %d for update skip locked)
            """
                    .formatted(AT_ONCE);

    private final Pool pool;
    private final Clock clock;
    private final Period retention;

    ResultHousekeeping(
            Pool pool, Clock clock, @ConfigProperty(name = "fairlead.analytics.retention") Period retention) {
        this.pool = pool;
        this.clock = clock;
        this.retention = retention;
    }

    @Scheduled(
            every = "${fairlead.store.forget-every}",
            delayed = "${fairlead.store.forget-after-start}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        OffsetDateTime before = OffsetDateTime.now(clock).minus(retention);
        return Multi.createBy()
                .repeating()
                .uni(() -> pool.preparedQuery(FORGET).execute(Tuple.of(before)))
                .whilst(rows -> rows.rowCount() == AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
