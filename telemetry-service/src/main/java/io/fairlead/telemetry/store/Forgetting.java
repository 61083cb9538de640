package io.fairlead.telemetry.store;

import io.fairlead.telemetry.reading.ReadingRules;
import io.fairlead.telemetry.window.EnergyReports;
import io.fairlead.telemetry.window.QuarterHours;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Drops what has become older than its kind is kept, a partition at a time. Raw readings are kept a little longer than
 * said: as long as the longest report may reach back, a window of a reading that is still taken can be computed anew.
 * Windows are never kept shorter than readings are taken, or a late reading would make a forgotten one anew.
 */
@ApplicationScoped
public class Forgetting {

    private static final String NEWEST = "delete from series_last where time < $1";
    private static final String BATCHES = "delete from batch where received_at < $1";
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");

    private final Pool pool;
    private final Partitions partitions;
    private final ReadingRules readings;
    private final WindowRules windows;
    private final StoreMetrics metrics;
    private final Clock clock;

    Forgetting(
            Pool pool,
            Partitions partitions,
            ReadingRules readings,
            WindowRules windows,
            StoreMetrics metrics,
            Clock clock) {
        this.pool = pool;
        this.partitions = partitions;
        this.readings = readings;
        this.windows = windows;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Drops what is due. */
    @Scheduled(
            every = "${fairlead.store.forget-every}",
            delayed = "${fairlead.store.forget-after-start}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> forget() {
        LocalDate oldest = readings.oldest(clock);
        LocalDate day = oldest.minusDays(EnergyReports.LONGEST.toDays() + 1);
        LocalDate month = LocalDate.now(clock.withZone(ZoneOffset.UTC)).minus(windows.retention());
        OffsetDateTime known = OffsetDateTime.now(clock).minus(readings.remember());
        return partitions
                .dropBefore("block", day.format(DateTimeFormatter.BASIC_ISO_DATE))
                .invoke(dropped -> metrics.dropped("readings", dropped))
                .chain(() -> pool.preparedQuery(NEWEST).execute(Tuple.of(nanos(day))))
                .chain(() -> partitions.dropBefore("power_window", (month.isBefore(day) ? month : day).format(MONTH)))
                .invoke(dropped -> metrics.dropped("windows", dropped))
                .chain(() -> pool.preparedQuery(BATCHES).execute(Tuple.of(known)))
                .replaceWithVoid();
    }

    private static long nanos(LocalDate day) {
        return QuarterHours.nanos(day.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
