package io.fairlead.telemetry.store;

import io.fairlead.core.outbox.Outbox;
import io.fairlead.telemetry.block.HeadBody;
import io.fairlead.telemetry.block.Points;
import io.fairlead.telemetry.reading.Batch;
import io.fairlead.telemetry.reading.Channel;
import io.fairlead.telemetry.reading.Receipt;
import io.fairlead.telemetry.store.Heads.Head;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Takes in a batch and says exactly what was new in it: readings, the windows that they touch and the events that tell
 * of both, in one transaction.
 *
 * <p>The rows of the batch's series are locked, in one order, before anything is read: of two instances that write to
 * one window, the second computes it from what the first has committed.
 */
@ApplicationScoped
public class Ingest {

    private final BatchTable batches;
    private final SeriesTable series;
    private final HeadTable heads;
    private final KnownReadings known;
    private final Settlement settlement;
    private final Outbox outbox;

    Ingest(
            BatchTable batches,
            SeriesTable series,
            HeadTable heads,
            KnownReadings known,
            Settlement settlement,
            Outbox outbox) {
        this.batches = batches;
        this.series = series;
        this.heads = heads;
        this.known = known;
        this.settlement = settlement;
        this.outbox = outbox;
    }

    /**
     * Stores a batch in the caller's transaction.
     *
     * @param producer who sent it; the same batch from the same producer is stored once
     * @return what became of it, durable when the transaction is; fails with 400 when a channel is kept in another unit
     */
    public Uni<Receipt> accept(SqlConnection transaction, Batch batch, String producer) {
        byte[] digest = Batch.digest(List.of(batch));
        return batches.open(transaction, producer, digest, batch.door())
                .chain(id -> id.isPresent()
                        ? keep(transaction, id.getAsLong(), batch)
                        : Uni.createFrom().item(receipt(batch, 0)));
    }

    private Uni<Receipt> keep(SqlConnection transaction, long id, Batch batch) {
        return lock(transaction, batch)
                .chain(parts -> known.without(transaction, batch.vessel(), parts))
                .call(novel -> append(transaction, id, batch, novel))
                .call(novel -> settlement.recompute(transaction, touched(novel)))
                .call(() -> outbox.append(transaction, TelemetryEvents.rejected(id, batch)))
                .map(novel -> receipt(batch, count(novel)))
                .call(receipt -> batches.close(transaction, id, receipt));
    }

    private Uni<Void> append(SqlConnection transaction, long id, Batch batch, List<SeriesPoints> novel) {
        if (novel.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Head> rows = Heads.of(
                batch.vessel(),
                novel.stream()
                        .map(part -> new HeadBody.Part(part.series().id(), part.points()))
                        .toList());
        return heads.append(transaction, rows)
                .chain(() -> outbox.appendRendered(transaction, TelemetryEvents.accepted(id, batch.door(), rows)));
    }

    private Uni<List<SeriesPoints>> lock(SqlConnection transaction, Batch batch) {
        Map<String, Points> parts = batch.parts().stream()
                .collect(Collectors.toMap(part -> part.channel().identity(), Batch.Part::points));
        List<Channel> channels = batch.parts().stream().map(Batch.Part::channel).toList();
        return series.lock(transaction, batch.vessel(), channels)
                .invoke(locked -> Units.require(channels, locked))
                .map(locked -> locked.stream()
                        .sorted(Comparator.comparingLong(Series::id))
                        .map(own ->
                                new SeriesPoints(own, parts.get(own.channel().identity())))
                        .toList());
    }

    private static List<Touched> touched(List<SeriesPoints> novel) {
        return novel.stream()
                .filter(part -> part.series().channel().hasWindows())
                .flatMap(part -> Touched.by(part.series(), part.points()).stream())
                .toList();
    }

    private static int count(List<SeriesPoints> parts) {
        return parts.stream().mapToInt(part -> part.points().size()).sum();
    }

    private static Receipt receipt(Batch batch, int accepted) {
        int duplicate = batch.size() - accepted + batch.repeated();
        return new Receipt(accepted, duplicate, batch.rejected().size());
    }
}
