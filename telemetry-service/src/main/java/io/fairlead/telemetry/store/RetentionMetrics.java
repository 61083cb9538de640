package io.fairlead.telemetry.store;

import io.fairlead.telemetry.reading.ReadingRules;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells how long each kind of data is kept. */
@Startup
@ApplicationScoped
class RetentionMetrics {

    private final MeterRegistry meters;
    private final Clock clock;

    RetentionMetrics(
            MeterRegistry meters,
            Clock clock,
            ReadingRules readings,
            WindowRules windows,
            @ConfigProperty(name = "fairlead.analytics.retention") Period results,
            @ConfigProperty(name = "fairlead.tokens.retention") Period tokens,
            @ConfigProperty(name = "fairlead.inbox.retention") Period inbox,
            @ConfigProperty(name = "fairlead.idempotency.retention") Period idempotency) {
        this.meters = meters;
        this.clock = clock;
        gauge("readings", readings.retention());
        gauge("windows", windows.retention());
        gauge("batches", readings.remember());
        gauge("results", results);
        gauge("tokens", tokens);
        gauge("inbox", inbox);
        gauge("idempotency", idempotency);
    }

    private void gauge(String kind, Period kept) {
        Gauge.builder("fairlead.retention.kept", this, now -> now.days(kept))
                .description("How long data of a kind is kept")
                .baseUnit("days")
                .tag("kind", kind)
                .register(meters);
    }

    private double days(Period kept) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        return ChronoUnit.DAYS.between(today.minus(kept), today);
    }
}
