package io.fairlead.core.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * What waits in the outbox. It is measured on schedule, not when somebody asks, and is the same on every instance; unknown
 * (not a number) while the database is away.
 */
@Startup
@ApplicationScoped
public class OutboxMetrics {

    private static final Logger LOG = Logger.getLogger(OutboxMetrics.class);

    /** Counts so far and no further: how much more it is changes nothing, and counting it would cost. */
    private static final String WAITING =
            """
            select (select count(*) from (select from outbox limit 100000) as first) as events,
                coalesce(extract(epoch from clock_timestamp() - (select time from outbox order by id limit 1)), 0)::float8
                    as age
            """;

    private static final Waiting UNKNOWN = new Waiting(Double.NaN, Double.NaN);

    private final Pool pool;
    private volatile Waiting waiting = UNKNOWN;

    OutboxMetrics(Pool pool, MeterRegistry meters) {
        this.pool = pool;
        Gauge.builder("fairlead.outbox.waiting", this, now -> now.waiting.events())
                .description("Events that wait to be published, at most 100,000")
                .baseUnit("events")
                .register(meters);
        Gauge.builder("fairlead.outbox.oldest.age", this, now -> now.waiting.age())
                .description("How long the oldest of them has waited")
                .baseUnit("seconds")
                .register(meters);
    }

    private record Waiting(double events, double age) {}

    /** Measures it. */
    @Scheduled(every = "${fairlead.metrics.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> measure() {
        return pool.query(WAITING)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new Waiting(row.getLong("events"), row.getDouble("age")))
                .onFailure()
                .invoke(failure -> LOG.warnf("outbox=unmeasured reason=%s", failure.getMessage()))
                .onFailure()
                .recoverWithItem(UNKNOWN)
                .invoke(measured -> waiting = measured)
                .replaceWithVoid();
    }
}
