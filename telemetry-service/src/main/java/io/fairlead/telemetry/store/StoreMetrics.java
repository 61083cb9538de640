package io.fairlead.telemetry.store;

import io.fairlead.telemetry.store.StoreSize.Size;
import io.fairlead.telemetry.store.StoreSize.Unsealed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The store's meters. What is measured in the database is measured on schedule, not when somebody asks, and is the same
 * on every instance; timers and counters are of what this instance did.
 */
@Startup
@ApplicationScoped
class StoreMetrics {

    private static final Size NONE = new Size(0, 0, 0, null);

    private final StoreSize size;
    private final MeterRegistry meters;
    private final Timer seals;
    private final Timer compactions;
    private volatile Unsealed unsealed = new Unsealed(0, 0);
    private volatile Map<String, Size> tables = Map.of();

    StoreMetrics(StoreSize size, MeterRegistry meters) {
        this.size = size;
        this.meters = meters;
        this.seals = timer("fairlead.store.seal", "Transactions that made blocks of rows of the head");
        this.compactions = timer("fairlead.store.compact", "Transactions that made one block of several");
        dropped("readings", 0);
        dropped("windows", 0);
        gauge(
                "fairlead.store.unsealed.readings",
                null,
                null,
                "Readings that wait to be sealed",
                now -> now.unsealed.readings());
        gauge(
                "fairlead.store.unsealed.age",
                "seconds",
                null,
                "How long the oldest of them has waited",
                now -> now.unsealed.age());
        for (String table : StoreSize.TABLES) {
            gauge("fairlead.store.rows", null, table, "Rows, by PostgreSQL's estimate", now -> now.of(table)
                    .rows());
            gauge("fairlead.store.table", "bytes", table, "Bytes, with indexes", now -> now.of(table)
                    .bytes());
        }
        for (String table : new String[] {"block", "power_window"}) {
            gauge("fairlead.store.partitions", null, table, "Partitions", now -> now.of(table)
                    .partitions());
            gauge(
                    "fairlead.store.oldest",
                    "seconds",
                    table,
                    "When the oldest partition begins, in Unix time",
                    now -> unixTime(now.of(table).oldest()));
        }
    }

    /** Measures what is in the database. */
    @Scheduled(every = "${fairlead.store.measure-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return size.unsealed()
                .invoke(measured -> unsealed = measured)
                .chain(size::tables)
                .invoke(measured -> tables = measured)
                .replaceWithVoid();
    }

    /** Begins to measure how long a transaction takes. */
    Timer.Sample start() {
        return Timer.start(meters);
    }

    /** A transaction has sealed something. */
    void sealed(Timer.Sample since) {
        since.stop(seals);
    }

    /** A transaction has made one block of several. */
    void compacted(Timer.Sample since) {
        since.stop(compactions);
    }

    /** Partitions of a kind were dropped. */
    final void dropped(String kind, int partitions) {
        Counter.builder("fairlead.retention.dropped")
                .description("Partitions dropped because they were older than their kind is kept")
                .tag("kind", kind)
                .register(meters)
                .increment(partitions);
    }

    private Size of(String table) {
        return tables.getOrDefault(table, NONE);
    }

    private static double unixTime(LocalDate day) {
        return day == null ? Double.NaN : day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }

    private Timer timer(String name, String description) {
        return Timer.builder(name).description(description).register(meters);
    }

    private void gauge(
            String name, String unit, String table, String description, ToDoubleFunction<StoreMetrics> value) {
        Gauge.Builder<StoreMetrics> gauge =
                Gauge.builder(name, this, value).description(description).baseUnit(unit);
        (table == null ? gauge : gauge.tag("table", table)).register(meters);
    }
}
