package io.fairlead.telemetry.store;

import io.fairlead.telemetry.reading.ReadingRules;
import io.fairlead.telemetry.window.EnergyReports;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Drops what has become older than its kind is kept, a partition at a time. Raw readings are kept a little longer than
 * said: as long as the longest report may reach back, a window of a reading that is still taken can be computed anew.
 */
@ApplicationScoped
public class Forgetting {

    private static final Logger LOG = Logger.getLogger(Forgetting.class);
    private static final String PARTITIONS =
            """
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = $1::text::regclass and c.relname < $2 order by c.relname
            """;
    private static final String BATCHES = "delete from batch where received_at < $1";

    private final Pool pool;
    private final ReadingRules readings;
    private final WindowRules windows;
    private final Clock clock;

    Forgetting(Pool pool, ReadingRules readings, WindowRules windows, Clock clock) {
        this.pool = pool;
        this.readings = readings;
        this.windows = windows;
        this.clock = clock;
    }

    /** Drops what is due. */
    @Scheduled(
            every = "${fairlead.store.forget-every}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> forget() {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        LocalDate day = readings.oldest(clock).minusDays(EnergyReports.LONGEST.toDays() + 1);
        LocalDate month = today.minus(windows.retention());
        return drop("block", day.format(DateTimeFormatter.BASIC_ISO_DATE))
                .chain(() -> drop("power_window", month.format(DateTimeFormatter.ofPattern("yyyyMM"))))
                .chain(() -> pool.preparedQuery(BATCHES)
                        .execute(Tuple.of(OffsetDateTime.now(clock).minus(readings.remember()))))
                .replaceWithVoid();
    }

    private Uni<Void> drop(String table, String before) {
        return pool.preparedQuery(PARTITIONS)
                .execute(Tuple.of(table, table + "_" + before))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("relname"))
                        .toList())
                .chain(this::drop);
    }

    private Uni<Void> drop(List<String> partitions) {
        return Multi.createFrom()
                .iterable(partitions)
                .onItem()
                .transformToUniAndConcatenate(partition -> pool.query("drop table if exists " + partition)
                        .execute()
                        .invoke(() -> LOG.infof("retention=dropped partition=%s", partition)))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
