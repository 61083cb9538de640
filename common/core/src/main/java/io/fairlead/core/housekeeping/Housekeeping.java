package io.fairlead.core.housekeeping;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.Period;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets what only had to be remembered for a while: applied events' ids and kept responses. */
@ApplicationScoped
public class Housekeeping {

    private final Pool pool;
    private final Clock clock;
    private final Period inbox;
    private final Period idempotency;

    Housekeeping(
            Pool pool,
            Clock clock,
            @ConfigProperty(name = "fairlead.inbox.retention") Period inbox,
            @ConfigProperty(name = "fairlead.idempotency.retention") Period idempotency) {
        this.pool = pool;
        this.clock = clock;
        this.inbox = inbox;
        this.idempotency = idempotency;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return pool.preparedQuery("delete from inbox where received_at < $1")
                .execute(Tuple.of(now.minus(inbox)))
                .chain(() -> pool.preparedQuery("delete from idempotency where created_at < $1")
                        .execute(Tuple.of(now.minus(idempotency))))
                .replaceWithVoid();
    }
}
