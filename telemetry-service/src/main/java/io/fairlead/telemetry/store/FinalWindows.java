package io.fairlead.telemetry.store;

import io.fairlead.core.outbox.Outbox;
import io.fairlead.telemetry.window.QuarterHours;
import io.fairlead.telemetry.window.Window;
import io.fairlead.telemetry.window.WindowFlag;
import io.fairlead.telemetry.window.WindowMethod;
import io.fairlead.telemetry.window.WindowState;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Makes windows final that have ended and have not changed for the time set, and tells of each in the same transaction.
 * Any instance may do it, several at once too: each takes rows that no other holds.
 */
@ApplicationScoped
public class FinalWindows {

    private static final Logger LOG = Logger.getLogger(FinalWindows.class);
    private static final int BATCH = 500;

    // Less than PostgreSQL waits before it looks for a deadlock: with a writer it is always this that gives way.
    private static final String GIVE_WAY = "set local lock_timeout = '500ms'";
    private static final String SETTLE =
            """
            with due as (
                select series_id, window_end from power_window
                where state = 'provisional' and greatest(window_end, changed_at) <= $1
                order by greatest(window_end, changed_at)
                limit $2
                for update skip locked
            ), settled as (
                update power_window w set state = 'final'
                from due where w.series_id = due.series_id and w.window_end = due.window_end
                returning w.*
            )
            select w.window_end, w.kwh, w.mean_kw, w.min_kw, w.max_kw, w.readings, w.coverage_seconds, w.method, w.flags,
                w.state, w.revision, %s
            from settled w join series s on s.id = w.series_id
            """
                    .formatted(SeriesTable.COLUMNS);

    private final Pool pool;
    private final Outbox outbox;
    private final WindowRules rules;
    private final Clock clock;

    FinalWindows(Pool pool, Outbox outbox, WindowRules rules, Clock clock) {
        this.pool = pool;
        this.outbox = outbox;
        this.rules = rules;
        this.clock = clock;
    }

    @Scheduled(
            every = "${fairlead.windows.final-every}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> whatIsDue() {
        return settle(clock.instant())
                .onFailure()
                .invoke(failure -> LOG.warnf("final-windows=failed reason=%s", failure.getMessage()))
                .onFailure()
                .recoverWithItem(0)
                .replaceWithVoid();
    }

    /**
     * Makes final what is due by then.
     *
     * @return how many windows
     */
    public Uni<Integer> settle(Instant now) {
        Instant before = now.minus(rules.finalAfter());
        return Multi.createBy()
                .repeating()
                .uni(() -> pool.withTransaction(transaction -> some(transaction, before)))
                .whilst(settled -> settled == BATCH)
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private Uni<Integer> some(SqlConnection transaction, Instant before) {
        return transaction
                .query(GIVE_WAY)
                .execute()
                .chain(() ->
                        transaction.preparedQuery(SETTLE).execute(Tuple.of(before.atOffset(ZoneOffset.UTC), BATCH)))
                .map(FinalWindows::changes)
                .call(changes -> outbox.append(
                        transaction,
                        changes.stream().map(TelemetryEvents::window).toList()))
                .map(List::size);
    }

    private static List<WindowChange> changes(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new WindowChange(
                        SeriesTable.series(row),
                        window(row),
                        WindowState.of(row.getString("state")),
                        row.getInteger("revision")))
                .toList();
    }

    private static Window window(Row row) {
        return new Window(
                QuarterHours.nanos(row.getOffsetDateTime("window_end").toInstant()),
                row.getBigDecimal("kwh"),
                row.getBigDecimal("mean_kw"),
                row.getBigDecimal("min_kw"),
                row.getBigDecimal("max_kw"),
                row.getInteger("readings"),
                row.getInteger("coverage_seconds"),
                WindowMethod.of(row.getString("method")),
                Arrays.stream(row.getArrayOfStrings("flags"))
                        .map(WindowFlag::of)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
