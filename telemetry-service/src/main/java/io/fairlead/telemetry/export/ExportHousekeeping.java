package io.fairlead.telemetry.export;

import io.fairlead.core.rows.Rows;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Forgets exports that cannot be fetched any more. */
@ApplicationScoped
class ExportHousekeeping {

    private final Pool pool;
    private final Clock clock;

    ExportHousekeeping(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return pool.preparedQuery("delete from export where expires_at <= $1")
                .execute(Tuple.of(Rows.utc(clock.instant())))
                .replaceWithVoid();
    }
}
