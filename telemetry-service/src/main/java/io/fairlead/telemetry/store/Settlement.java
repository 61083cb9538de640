package io.fairlead.telemetry.store;

import io.fairlead.core.outbox.Outbox;
import io.fairlead.telemetry.store.TouchedTable.Taken;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings windows up to date after their readings: shortly after, many batches at once, and at the latest when somebody
 * asks for them. Any instance may do it; the lock of a series' row orders them.
 */
@ApplicationScoped
public class Settlement {

    private final Pool pool;
    private final TouchedTable notes;
    private final SeriesTable series;
    private final Recomputation recomputation;
    private final Outbox outbox;

    Settlement(Pool pool, TouchedTable notes, SeriesTable series, Recomputation recomputation, Outbox outbox) {
        this.pool = pool;
        this.notes = notes;
        this.series = series;
        this.recomputation = recomputation;
        this.outbox = outbox;
    }

    /** Brings a vessel's windows up to date with every reading that was accepted before this call. */
    public Uni<Void> settle(String vessel) {
        return all(vessel, true);
    }

    @Scheduled(every = "${fairlead.windows.settle-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> settle() {
        return notes.vessels(pool).chain(vessels -> Multi.createFrom()
                .iterable(vessels)
                .onItem()
                .transformToUniAndConcatenate(vessel -> all(vessel, false))
                .collect()
                .last());
    }

    /** Computes anew what was touched in series that the caller has locked, and tells of what changed. */
    private Uni<Void> recompute(SqlConnection transaction, List<Touched> touched) {
        return recomputation
                .of(transaction, touched)
                .chain(changes -> outbox.append(
                        transaction,
                        changes.stream().map(TelemetryEvents::window).toList()));
    }

    private Uni<Void> all(String vessel, boolean patient) {
        return pool.withTransaction(transaction ->
                        notes.take(transaction, vessel, patient).call(taken -> settle(transaction, taken)))
                .chain(taken -> taken.notes() == TouchedTable.MOST
                        ? all(vessel, patient)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> settle(SqlConnection transaction, Taken taken) {
        return taken.spans().isEmpty()
                ? Uni.createFrom().voidItem()
                : series.lock(transaction, taken.spans().keySet())
                        .chain(locked -> recompute(transaction, touched(locked, taken)));
    }

    private static List<Touched> touched(List<Series> locked, Taken taken) {
        List<Touched> touched = new ArrayList<>();
        for (Series own : locked) {
            touched.addAll(Touched.merge(taken.spans().get(own.id()).stream()
                    .map(span -> new Touched(own, span.lower(), span.upper()))
                    .toList()));
        }
        return touched;
    }
}
