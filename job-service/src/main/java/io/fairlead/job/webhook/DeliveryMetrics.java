package io.fairlead.job.webhook;

import io.fairlead.core.metrics.Measurement;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/** How many webhooks wait to be delivered, measured on schedule; the same on every instance. */
@Startup
@ApplicationScoped
class DeliveryMetrics {

    private static final String WAITING = "select count(*) as waiting from webhook_delivery where state = 'waiting'";

    private final Pool pool;
    private volatile long waiting;

    DeliveryMetrics(Pool pool, MeterRegistry meters) {
        this.pool = pool;
        Gauge.builder("fairlead.webhooks.waiting", this, now -> now.waiting)
                .description(
                        "Webhooks that are still to be delivered, those that failed and will be tried again included")
                .baseUnit("deliveries")
                .register(meters);
    }

    /** Measures what is in the database. */
    @Scheduled(every = "${fairlead.metrics.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return Measurement.of(
                "webhooks",
                pool.query(WAITING)
                        .execute()
                        .invoke(rows -> waiting = rows.iterator().next().getLong("waiting")));
    }
}
