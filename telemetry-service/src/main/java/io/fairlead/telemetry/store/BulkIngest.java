package io.fairlead.telemetry.store;

import io.fairlead.core.outbox.Outbox;
import io.fairlead.core.outbox.RenderedEvent;
import io.fairlead.telemetry.block.HeadBody;
import io.fairlead.telemetry.reading.Batch;
import io.fairlead.telemetry.reading.Receipt;
import io.fairlead.telemetry.store.Heads.Head;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes in batches whose senders do not ask what was new in them. Nothing is read and no series is locked: the readings
 * are appended as they came, and of two with one key the later is right whenever they are read. Windows follow shortly.
 */
@ApplicationScoped
public class BulkIngest {

    private final Pool pool;
    private final SeriesCache series;
    private final BatchTable batches;
    private final HeadTable heads;
    private final TouchedTable notes;
    private final Outbox outbox;
    private final IntakeMetrics metrics;

    BulkIngest(
            Pool pool,
            SeriesCache series,
            BatchTable batches,
            HeadTable heads,
            TouchedTable notes,
            Outbox outbox,
            IntakeMetrics metrics) {
        this.pool = pool;
        this.series = series;
        this.batches = batches;
        this.heads = heads;
        this.notes = notes;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    /** What one request brought, ready to be appended. */
    private record Prepared(List<Head> heads, List<Touched> touched) {}

    /**
     * Stores the batches of one request, all or none; durable when this completes.
     *
     * @param producer who sent it; the same request from the same producer is stored once
     */
    public Uni<Void> accept(List<Batch> request, String producer) {
        Prepared prepared = new Prepared(new ArrayList<>(), new ArrayList<>());
        return Multi.createFrom()
                .iterable(request)
                .onItem()
                .transformToUniAndConcatenate(batch -> series.of(
                                batch.vessel(),
                                batch.parts().stream().map(Batch.Part::channel).toList())
                        .invoke(known -> prepare(batch, known, prepared)))
                .collect()
                .last()
                .chain(() -> pool.withTransaction(transaction -> store(transaction, request, prepared, producer)));
    }

    private static void prepare(Batch batch, List<Series> known, Prepared prepared) {
        List<HeadBody.Part> parts = new ArrayList<>(known.size());
        for (int i = 0; i < known.size(); i++) {
            Series own = known.get(i);
            Batch.Part part = batch.parts().get(i);
            parts.add(new HeadBody.Part(own.id(), part.points()));
            if (own.channel().hasWindows()) {
                prepared.touched().addAll(Touched.by(own, part.points()));
            }
        }
        prepared.heads().addAll(Heads.of(batch.vessel(), parts));
    }

    private Uni<Void> store(SqlConnection transaction, List<Batch> request, Prepared prepared, String producer) {
        String door = request.get(0).door();
        Receipt receipt = new Receipt(request.stream().mapToInt(Batch::size).sum(), 0, 0);
        return batches.keep(transaction, producer, Heads.digest(prepared.heads()), door, receipt)
                .invoke(id -> metrics.count(
                        door, id.isPresent() ? receipt : new Receipt(0, receipt.accepted(), receipt.rejected())))
                .chain(id -> id.isPresent()
                        ? append(
                                transaction, prepared, TelemetryEvents.accepted(id.getAsLong(), door, prepared.heads()))
                        : Uni.createFrom().voidItem());
    }

    /** The statements go out together: none needs another's answer. */
    private Uni<Void> append(SqlConnection transaction, Prepared prepared, List<RenderedEvent> events) {
        return Uni.combine()
                .all()
                .unis(
                        heads.append(transaction, prepared.heads()),
                        notes.note(transaction, prepared.touched()),
                        outbox.appendRendered(transaction, events))
                .discardItems();
    }
}
