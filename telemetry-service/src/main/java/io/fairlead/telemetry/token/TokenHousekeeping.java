package io.fairlead.telemetry.token;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.Period;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets tokens some time after their end; until then it can be seen what they were and when they were last used. */
@ApplicationScoped
class TokenHousekeeping {

    private final Pool pool;
    private final Clock clock;
    private final Period retention;

    TokenHousekeeping(Pool pool, Clock clock, @ConfigProperty(name = "fairlead.tokens.retention") Period retention) {
        this.pool = pool;
        this.clock = clock;
        this.retention = retention;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return pool.preparedQuery("delete from access_token where least(revoked_at, expires_at) < $1")
                .execute(Tuple.of(OffsetDateTime.now(clock).minus(retention)))
                .replaceWithVoid();
    }
}
